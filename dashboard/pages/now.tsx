import { answerOf, api, type Answer } from '../api.ts'
import { FreshnessBar } from '../parts/freshness-bar.tsx'
import { Link } from '../parts/link.tsx'
import { CityMap } from '../parts/map/city-map.tsx'
import { Failure, Part } from '../parts/part.tsx'
import { Pie, shadeOf } from '../parts/pie.tsx'
import { nowMs } from '../live/clock.ts'
import { withProviderNames } from '../live/providers.ts'
import { useResource, type Resource } from '../live/resource.ts'
import { freshness } from '../live/stream.ts'
import { cityAddress } from '../logic/address.ts'
import { agoText, titleOf, untilText } from '../logic/format.ts'
import { countsNow } from '../logic/freshness-counts.ts'
import { Attention } from './now/attention.tsx'
import { Budgets } from './now/budgets.tsx'
import { Running } from './now/running.tsx'

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

function Verdict({ resource }: { readonly resource: Resource<Dashboard> }) {
  const { data, problem } = resource
  const heard = freshness.value
  const ages = data && heard && heard.as_of > data.freshness.as_of ? heard : data?.freshness
  const heading =
    (data && withProviderNames(data.verdict.sentence)) ??
    (problem ? `${problem.title}.` : 'Is the weather fresh?')
  return (
    <section class="part verdict" data-level={data?.verdict.level} data-rule={data?.verdict.rule}>
      <h1 tabIndex={-1}>
        {data ? <Pie of={shadeOf(data.verdict.level)} /> : null} {heading}
      </h1>
      <Failure resource={resource} />
      {ages && ages.total > 0 ? (
        <>
          <FreshnessBar counts={countsNow(ages, nowMs.value)} />
          <Oldest oldest={ages.oldest} />
        </>
      ) : null}
      {ages?.total === 0 ? (
        <p>
          <code>weather247 cities import --country NZ</code> loads the cities of a country.
        </p>
      ) : null}
    </section>
  )
}

function Oldest({ oldest }: Pick<Dashboard['freshness'], 'oldest'>) {
  if (!oldest) return null
  return (
    <p class="second">
      Oldest: <Link href={cityAddress(oldest.city_id)}>{`${oldest.name}, ${oldest.country}`}</Link>,
      confirmed <time title={oldest.confirmed_at}>{agoText(oldest.confirmed_at, nowMs.value)}</time>
      . <Link href="/cities?late=true&sort=age">Which are late?</Link>
    </p>
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
