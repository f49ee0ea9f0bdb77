import { render, type JSX } from 'preact'
import { page } from './live/location.ts'
import { findSession, session, sessionProblem } from './live/session.ts'
import { listenToKeys } from './live/keys.ts'
import type { Page } from './logic/address.ts'
import { Link } from './parts/link.tsx'
import { Shell } from './parts/shell.tsx'
import { SignIn } from './parts/sign-in.tsx'
import { Title } from './parts/title.tsx'
import { CitiesPage } from './pages/cities.tsx'
import { CityPage } from './pages/city.tsx'
import { NowPage } from './pages/now.tsx'
import { ProvidersPage } from './pages/providers.tsx'
import { RunPage } from './pages/run.tsx'
import { RunsPage } from './pages/runs.tsx'
import { SystemPage } from './pages/system.tsx'

function App() {
  if (session.value === null) return <Waiting />
  if (session.value.caller === null) return <SignIn />
  const [question, content] = shown(page.value)
  return <Shell question={question}>{content}</Shell>
}

/** The question that a page answers, and the page. */
function shown(here: Page): readonly [string, JSX.Element] {
  switch (here.name) {
    case 'now':
      return ['Is the weather fresh, and does anything need me?', <NowPage />]
    case 'cities':
      return ['Which cities are late, where, and why?', <CitiesPage />]
    case 'city':
      return [
        'What is the weather, who says so, can I trust it?',
        <CityPage key={here.cityId} cityId={here.cityId} />,
      ]
    case 'runs':
      return ['What runs, what failed, and why?', <RunsPage />]
    case 'run':
      return [
        'What did this run do, and why did parts of it fail?',
        <RunPage key={here.taskId} taskId={here.taskId} />,
      ]
    case 'providers':
      return ['What did each cost, how long does it last, is it well?', <ProvidersPage />]
    case 'system':
      return ['Do the parts work, and where do I look next?', <SystemPage />]
    default:
      return ['There is nothing at this address.', <NotFound />]
  }
}

const NotFound = () => (
  <section class="part">
    <Title text="Not found" />
    <p>
      <Link href="/">Now</Link> shows how it stands.
    </p>
  </section>
)

/** Before it is known who asks. */
function Waiting() {
  const problem = sessionProblem.value
  return (
    <main id="main" class="sign-in">
      <h1 tabIndex={-1}>Weather247</h1>
      <p role="status">{problem ? `${problem.title}. ${problem.message}` : 'Loading…'}</p>
    </main>
  )
}

listenToKeys()
void findSession()
const root = document.getElementById('app')
if (root) render(<App />, root)
