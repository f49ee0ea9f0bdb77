import { useMemo } from 'preact/hooks'
import type { Answer } from '../../api.ts'
import { nowMs } from '../../live/clock.ts'
import { zone } from '../../live/preferences.ts'
import { withProviderNames } from '../../live/providers.ts'
import type { Resource } from '../../live/resource.ts'
import { freshness, live } from '../../live/stream.ts'
import { cityAddress } from '../../logic/address.ts'
import { agoText, clockText } from '../../logic/format.ts'
import { countsNow } from '../../logic/freshness-counts.ts'
import { FreshnessBar } from '../../parts/freshness-bar.tsx'
import { Link } from '../../parts/link.tsx'
import { Failure } from '../../parts/part.tsx'
import { Pie, shadeOf } from '../../parts/pie.tsx'
import { Title } from '../../parts/title.tsx'

type Dashboard = Answer<'/api/weather/monitoring/dashboard'>

interface VerdictProps {
  readonly resource: Resource<Dashboard>
}

/** How it stands in one sentence; without an answer, since when that is not known. */
export function Verdict({ resource }: VerdictProps) {
  const { data, problem } = resource
  const heard = freshness.value
  const ages = data && heard && heard.as_of > data.freshness.as_of ? heard : data?.freshness
  const known = data && withProviderNames(data.verdict.sentence)
  const { level, rule } = (problem ? undefined : data?.verdict) ?? {
    level: '',
    rule: problem?.kind,
  }
  const heading = problem ? unknownText(resource) : (known ?? 'Is the weather fresh?')
  return (
    <section class="part verdict" data-level={level} data-rule={rule}>
      <Title text={heading}>
        {data ? <Pie of={shadeOf(level)} /> : null} {heading}
      </Title>
      <Said sentence={heading} of={`${level} ${rule}`} />
      <Failure resource={resource} />
      {problem && known ? <p class="second">Before that: {known}</p> : null}
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

/** The last that was heard is an event or an answer. */
function unknownText({ problem, atMs }: Resource<Dashboard>): string {
  const { value } = live
  const sinceMs = value.kind === 'lost' ? value.sinceMs : atMs
  const since = sinceMs > 0 ? ` since ${clockText(sinceMs, zone.value)}` : ''
  return `${problem?.title ?? ''}${since}.`
}

interface SaidProps {
  readonly sentence: string
  /** Ages and counts in the sentence move on; only another state of things is read aloud. */
  readonly of: string
}

const Said = ({ sentence, of }: SaidProps) => (
  <p class="hidden" role="status">
    {useMemo(() => sentence, [of])}
  </p>
)

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
