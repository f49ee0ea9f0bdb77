import { answerOf, api, type Answer } from '../api.ts'
import { Link } from '../parts/link.tsx'
import { CityMap } from '../parts/map/city-map.tsx'
import { Part } from '../parts/part.tsx'
import { Pie } from '../parts/pie.tsx'
import { nowMs } from '../live/clock.ts'
import { useResource, type Resource } from '../live/resource.ts'
import { titleOf, untilText } from '../logic/format.ts'
import { Attention } from './now/attention.tsx'
import { Budgets } from './now/budgets.tsx'
import { Running } from './now/running.tsx'
import { Verdict } from './now/verdict.tsx'

type Dashboard = Answer<'/api/weather/monitoring/dashboard'>

/** Is the weather fresh, and does anything need me? */
export function NowPage() {
  const dashboard = useResource('dashboard', () =>
    answerOf(api.GET('/api/weather/monitoring/dashboard')),
  )
  return (
    <>
      <Verdict resource={dashboard} />
      <div class="columns">
        <div>
          <Attention dashboard={dashboard.data} />
          <section class="part" aria-labelledby="part-where">
            <header class="part-head">
              <h2 id="part-where">Where</h2>
              <Link href="/cities">all cities</Link>
            </header>
            <CityMap />
          </section>
        </div>
        <div>
          <Running />
          <Next resource={dashboard} />
          <Budgets />
        </div>
      </div>
    </>
  )
}

function Next({ resource }: { readonly resource: Resource<Dashboard> }) {
  return (
    <Part
      title="Next"
      resource={resource}
      empty={({ task_stats }) =>
        task_stats.schedules.length === 0 ? (task_stats.reason ?? 'Nothing is scheduled.') : null
      }
      aside={<Link href="/runs">schedules</Link>}
    >
      {({ task_stats: { schedules } }) => (
        <ul class="rows">
          {schedules.map(({ id, next_run_at: next, paused, running }) => (
            <li key={id}>
              <span>{titleOf(id)}</span>
              <span class="number">
                {paused ? (
                  <>
                    <Pie of="no_data" /> paused
                  </>
                ) : running > 0 ? (
                  'running'
                ) : next ? (
                  <time title={next}>{untilText(next, nowMs.value)}</time>
                ) : (
                  '–'
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}
