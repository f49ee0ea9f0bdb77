import { FRESHNESS_WORDS } from '../../domain/weather/freshness-words.ts'
import { answerOf, api, type Answer } from '../api.ts'
import { nowMs } from '../live/clock.ts'
import { orNothing, useResource, type Resource } from '../live/resource.ts'
import { agoText, clockText } from '../logic/format.ts'
import { HeadPart } from '../parts/head-part.tsx'
import { Failure } from '../parts/part.tsx'
import { Pie } from '../parts/pie.tsx'
import { RefreshButton } from '../parts/refresh-button.tsx'
import { freshnessAt } from './cities/city-row.tsx'
import { AirQuality } from './city/air-quality.tsx'
import { Forecast } from './city/forecast.tsx'
import { History } from './city/history.tsx'
import { Explain } from './city/explain.tsx'
import { Values } from './city/values.tsx'

type City = Answer<'/api/weather/cities/{cityId}'>
type Current = Answer<'/api/weather/current/{cityId}'>

/** What is the weather, who says so, can I trust it? */
export function CityPage({ cityId }: { readonly cityId: number }) {
  const params = { path: { cityId } }
  const city = useResource(`city ${cityId}`, () =>
    answerOf(api.GET('/api/weather/cities/{cityId}', { params })),
  )
  const current = useResource(`current ${cityId}`, () =>
    answerOf(api.GET('/api/weather/current/{cityId}', { params })),
  )
  const { data } = city
  return (
    <>
      <Head city={city} current={current} />
      {data ? (
        <>
          <History cityId={cityId} timeZone={data.timezone} />
          <div class="columns">
            <Forecast cityId={cityId} timeZone={data.timezone} />
            <AirQuality cityId={cityId} />
          </div>
          <Explain cityId={cityId} />
        </>
      ) : null}
    </>
  )
}

interface HeadProps {
  readonly city: Resource<City>
  readonly current: Resource<Current>
}

function Head({ city, current }: HeadProps) {
  const { data } = city
  return (
    <HeadPart
      title={data ? `${data.name}, ${data.country}` : 'City'}
      resource={city}
      aside={data ? <Age city={data} /> : null}
    >
      {data ? <Now city={data} current={current} /> : null}
    </HeadPart>
  )
}

function Age({ city }: { readonly city: City }) {
  const confirmed = city.last_refresh.conditions_confirmed_at
  const freshness = freshnessAt(confirmed, nowMs.value)
  return (
    <>
      <Pie of={freshness} /> {FRESHNESS_WORDS[freshness]}
      {confirmed ? `, confirmed ${agoText(confirmed, nowMs.value)}` : ''}
    </>
  )
}

interface NowProps {
  readonly city: City
  readonly current: Resource<Current>
}

function Now({ city, current }: NowProps) {
  const { id, name, timezone, is_active: isActive } = city
  const known = orNothing(current)
  return (
    <>
      <p class="second">
        There it is {clockText(nowMs.value, { timeZone: timezone })} ({timezone})
        {isActive ? '' : '. It is not kept fresh: somebody took it out'}
      </p>
      {known.data === null ? (
        <p class="empty">Not refreshed yet. The next run takes it, or the button does it now.</p>
      ) : (
        <Failure resource={known} />
      )}
      {known.data ? <Values current={known.data} timeZone={timezone} /> : null}
      <p class="actions">
        <RefreshButton
          title={`Refresh ${name}`}
          request={() => Promise.resolve({ cities: [id], force: true })}
        >
          Refresh now …
        </RefreshButton>
      </p>
    </>
  )
}
