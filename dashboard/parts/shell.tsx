import type { ComponentChildren } from 'preact'
import { answerOf, api } from '../api.ts'
import { live } from '../live/stream.ts'
import { nowMs } from '../live/clock.ts'
import { page, path, search } from '../live/location.ts'
import { zone } from '../live/preferences.ts'
import { useResource } from '../live/resource.ts'
import { isDemo, session, signOut } from '../live/session.ts'
import { clockText } from '../logic/format.ts'
import { FindCity } from './find-city.tsx'
import { Link } from './link.tsx'
import { PAGES, twinsOf } from './pages.ts'

interface ShellProps {
  readonly question: string
  readonly children: ComponentChildren
}

export function Shell({ question, children }: ShellProps) {
  const { name } = page.value
  const within = name === 'city' ? 'cities' : name === 'run' ? 'runs' : name
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header class="top">
        <Link href="/" class="brand">
          Weather247
        </Link>
        <nav aria-label="Pages">
          {PAGES.map((one) => (
            <Link key={one.name} href={one.href} current={within === one.name}>
              {one.title}
            </Link>
          ))}
        </nav>
        <FindCity />
        <Live />
        <button
          type="button"
          class="small"
          aria-label={`${zone.value === 'utc' ? 'UTC' : 'local'} times: change`}
          onClick={() => {
            zone.value = zone.value === 'utc' ? 'local' : 'utc'
          }}
        >
          {zone.value === 'utc' ? 'UTC' : 'local'}
        </button>
      </header>
      {isDemo() ? (
        <p class="demo" role="note">
          Demo: the weather is simulated.
        </p>
      ) : null}
      <main id="main">
        <p class="question">{question}</p>
        {children}
      </main>
      <Footer />
    </>
  )
}

/** Whether what is shown is followed live, and since when it is not. */
function Live() {
  const state = live.value
  const text =
    state.kind === 'live'
      ? `live ${clockText(nowMs.value, zone.value, true)}`
      : state.kind === 'lost'
        ? `not live since ${clockText(state.sinceMs, zone.value)}`
        : 'connecting'
  return (
    <span class="live" data-live={state.kind}>
      <span class="live-dot" aria-hidden="true" />
      {text}
      <span class="hidden" role="status">
        {state.kind === 'lost' ? 'This page is not live; it asks every 30 seconds.' : ''}
      </span>
    </span>
  )
}

function Footer() {
  const { curl, cli } = twinsOf(page.value, search.value)
  return (
    <footer>
      <p>
        The same elsewhere: <code>{cli}</code> · <code>curl '{`${location.origin}${curl}`}'</code>
      </p>
      <Credits />
      <p>
        Places: GeoNames, CC BY 4.0 · Land: Natural Earth · Icons: Meteocons, MIT
        {session.value?.caller ? (
          <>
            {' '}
            · {session.value.caller.name}, {session.value.caller.role}
          </>
        ) : null}
        {session.value?.caller &&
        !['loopback', 'unprotected'].includes(session.value.caller.name) ? (
          <>
            {' '}
            <button type="button" class="small" onClick={() => void signOut()}>
              Sign out
            </button>
          </>
        ) : null}
      </p>
      <span class="hidden">{path.value}</span>
    </footer>
  )
}

/** Of the providers in use; in the demo nobody has given anything. */
function Credits() {
  const providers = useResource('credits', () => answerOf(api.GET('/api/weather/providers')))
  if (isDemo()) return <p>Weather: simulated by an emulator; no provider has given it.</p>
  const used = (providers.data?.providers ?? []).filter(({ is_active: isActive }) => isActive)
  if (used.length === 0) return null
  return (
    <p>
      Weather:{' '}
      {used.map(({ id, attribution }, index) => (
        <span key={id}>
          {index > 0 ? ' · ' : ''}
          <a href={attribution.url} rel="noreferrer">
            {attribution.text}
          </a>
          , {attribution.licence}
        </span>
      ))}
    </p>
  )
}
