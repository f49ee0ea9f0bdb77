import type { ComponentChildren } from 'preact'
import { live } from '../live/stream.ts'
import { nowMs } from '../live/clock.ts'
import { page, path, search } from '../live/location.ts'
import { zone } from '../live/preferences.ts'
import { providers } from '../live/providers.ts'
import { isDemo, session, signOut } from '../live/session.ts'
import { clockText } from '../logic/format.ts'
import { FindCity } from './find-city.tsx'
import { KeysHelp } from './keys-help.tsx'
import { Link } from './link.tsx'
import { PAGES, twinsOf } from './pages.ts'

interface ShellProps {
  readonly question: string
  readonly children: ComponentChildren
}

export const Shell = ({ question, children }: ShellProps) => (
  <>
    <a class="skip" href="#main">
      Skip to the content
    </a>
    <Top />
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
    <KeysHelp />
  </>
)

function Top() {
  const { name } = page.value
  const within = name === 'city' ? 'cities' : name === 'run' ? 'runs' : name
  return (
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
      <ZoneSwitch />
    </header>
  )
}

function ZoneSwitch() {
  const text = zone.value === 'utc' ? 'UTC' : 'local'
  return (
    <button
      type="button"
      class="small"
      aria-label={`${text} times: change`}
      onClick={() => {
        zone.value = zone.value === 'utc' ? 'local' : 'utc'
      }}
    >
      {text}
    </button>
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
        <Caller />
      </p>
      <span class="hidden">{path.value}</span>
    </footer>
  )
}

/** Who are let in without a token. */
const WITHOUT_TOKEN = ['loopback', 'unprotected']

function Caller() {
  const caller = session.value?.caller
  if (!caller) return null
  return (
    <>
      {' '}
      · {caller.name}, {caller.role}{' '}
      {WITHOUT_TOKEN.includes(caller.name) ? null : (
        <button type="button" class="small" onClick={() => void signOut()}>
          Sign out
        </button>
      )}
    </>
  )
}

/** Of the providers in use; in the demo no one has given anything. */
function Credits() {
  if (isDemo()) return <p>Weather: simulated by an emulator; no provider has given it.</p>
  const used = providers.value.filter(({ is_active: isActive }) => isActive)
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
