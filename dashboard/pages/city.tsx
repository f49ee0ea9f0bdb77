import { useState } from 'preact/hooks'
import { answerOf, api, type Answer } from '../api.ts'
import { nowMs } from '../live/clock.ts'
import { temperatureUnit, windUnit } from '../live/preferences.ts'
import { useResource, type Resource } from '../live/resource.ts'
import { isDemo, whyNot } from '../live/session.ts'
import { ageSince, clockText, numberText, wordsOf } from '../logic/format.ts'
import { FRESHNESS_WORDS } from '../logic/freshness-counts.ts'
import { compassPoint, temperatureIn, windIn } from '../logic/units.ts'
import { Failure } from '../parts/part.tsx'
import { Pie } from '../parts/pie.tsx'
import { RefreshDialog } from '../parts/refresh-dialog.tsx'
import { WeatherIcon } from '../parts/weather-icon.tsx'
import { freshnessAt } from './cities/city-row.tsx'
import { AirQuality } from './city/air-quality.tsx'
import { Forecast } from './city/forecast.tsx'
import { History } from './city/history.tsx'
import { Origin } from './city/origin.tsx'

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
  if (!city.data) {
    return (
      <section class="part">
        <h1 tabIndex={-1}>City</h1>
        <Failure resource={city} />
      </section>
    )
  }
  return (
    <>
      <Head city={city.data} current={current} />
      <History cityId={cityId} timeZone={city.data.timezone} />
      <div class="columns">
        <Forecast cityId={cityId} />
        <AirQuality cityId={cityId} />
      </div>
      <Origin cityId={cityId} />
    </>
  )
}

interface HeadProps {
  readonly city: City
  readonly current: Resource<Current>
}

function Head({ city, current }: HeadProps) {
  const [isAsking, setAsking] = useState(false)
  const confirmed = city.last_refresh.conditions_confirmed_at
  const freshness = freshnessAt(confirmed, nowMs.value)
  const isWithout = current.problem?.kind === 'no-data-yet'
  const refusal = whyNot('operate')
  return (
    <section class="part">
      <header class="part-head">
        <h1 tabIndex={-1}>
          {city.name}, {city.country}
        </h1>
        <p>
          <Pie of={freshness} /> {FRESHNESS_WORDS[freshness]}
          {confirmed ? `, confirmed ${ageSince(confirmed, nowMs.value)} ago` : ''}
        </p>
      </header>
      <p class="second">
        There it is {clockText(nowMs.value, { timeZone: city.timezone })} ({city.timezone})
        {city.is_active ? '' : '. It is not kept fresh: somebody took it out'}
      </p>
      {isWithout ? (
        <p class="empty">Not refreshed yet. The next run takes it, or the button does it now.</p>
      ) : (
        <Failure resource={current} />
      )}
      {current.data ? <Values current={current.data} timeZone={city.timezone} /> : null}
      <p class="actions">
        <button
          type="button"
          aria-disabled={refusal !== null}
          title={refusal ?? undefined}
          onClick={() => {
            if (refusal === null) setAsking(true)
          }}
        >
          Refresh now …
        </button>
        {refusal === null ? null : <small class="refusal">{refusal}</small>}
      </p>
      {isAsking ? (
        <RefreshDialog
          title={`Refresh ${city.name}`}
          request={{ cities: [city.id], force: true }}
          close={() => {
            setAsking(false)
          }}
        />
      ) : null}
    </section>
  )
}

interface ValuesProps {
  readonly current: Current
  readonly timeZone: string
}

function Values({ current, timeZone }: ValuesProps) {
  const { conditions, derived, source, basis } = current
  const temperature = temperatureUnit.value
  const wind = windUnit.value
  const value = (name: string, text: string, isThere: boolean) => ({ name, text, isThere })
  const values = [
    value(
      'feels_like',
      `${numberText(temperatureIn(temperature, conditions.feels_like), 1)} ${temperature}`,
      conditions.feels_like !== null,
    ),
    value('humidity', `${numberText(conditions.humidity)} %`, conditions.humidity !== null),
    value(
      'wind_speed',
      `${numberText(windIn(wind, conditions.wind_speed), 1)} ${wind} ${compassPoint(conditions.wind_direction)}`,
      conditions.wind_speed !== null,
    ),
    value(
      'wind_gust',
      `${numberText(windIn(wind, conditions.wind_gust), 1)} ${wind}`,
      conditions.wind_gust !== null,
    ),
    value('pressure', `${numberText(conditions.pressure, 1)} hPa`, conditions.pressure !== null),
    value('cloudiness', `${numberText(conditions.cloudiness)} %`, conditions.cloudiness !== null),
    value(
      'precipitation',
      `${numberText(conditions.precipitation, 1)} mm`,
      conditions.precipitation !== null,
    ),
    value(
      'visibility',
      `${numberText(conditions.visibility, 1)} km`,
      conditions.visibility !== null,
    ),
    value('uv_index', numberText(conditions.uv_index, 1), conditions.uv_index !== null),
  ]
  return (
    <>
      <p class="temperature">
        <WeatherIcon {...conditions} large />
        <b>
          {numberText(temperatureIn(temperature, conditions.temperature), 1)} {temperature}
        </b>
        <span>{wordsOf(conditions.condition ?? 'no word of the sky')}</span>
      </p>
      <dl class="values">
        {values.map(({ name, text, isThere }) => (
          <div key={name}>
            <dt>{wordsOf(name)}</dt>
            <dd>
              {isThere ? text : `–, not given by ${source.name}`}
              {derived.includes(name) ? <span class="second"> computed here</span> : null}
            </dd>
          </div>
        ))}
      </dl>
      <p class="second">
        {isDemo() ? 'Simulated' : source.attribution.text}, {wordsOf(basis)}
        {source.attribution.licence ? `, ${source.attribution.licence}` : ''}. Confirmed{' '}
        <time title={current.confirmed_at}>{ageSince(current.confirmed_at, nowMs.value)}</time> ago,
        valid at <time title={current.valid_at}>{clockText(current.valid_at, { timeZone })}</time>{' '}
        there.
      </p>
    </>
  )
}
