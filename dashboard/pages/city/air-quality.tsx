import { answerOf, api } from '../../api.ts'
import { nowMs } from '../../live/clock.ts'
import { orNothing, useResource } from '../../live/resource.ts'
import { agoText, numberText, titleOf } from '../../logic/format.ts'
import { Part } from '../../parts/part.tsx'

/** Scales cannot be compared: each index has its name. */
const INDICES: Readonly<Record<string, string>> = {
  european_aqi: 'European AQI',
  us_aqi: 'US AQI',
  us_epa_band: 'US AQI band, 1 to 6',
  gb_defra: 'UK daily index, 1 to 10',
  openweathermap: 'OpenWeather scale, 1 to 5',
}

const PARTICLES: Readonly<Record<string, string>> = { pm2_5: 'PM2.5', pm10: 'PM10' }

export function AirQuality({ cityId }: { readonly cityId: number }) {
  const air = useResource(`air ${cityId}`, () =>
    answerOf(api.GET('/api/weather/air-quality/{cityId}', { params: { path: { cityId } } })),
  )
  return (
    <Part
      title="Air"
      resource={orNothing(air)}
      empty={(data) => (data ? null : 'No provider has given air quality yet.')}
    >
      {(data) => (
        <>
          <dl class="pairs">
            {Object.entries(data?.indices ?? {})
              .filter(([, index]) => index !== null)
              .map(([name, index]) => (
                <div key={name}>
                  <dt>{INDICES[name] ?? titleOf(name)}</dt>
                  <dd>{numberText(index)}</dd>
                </div>
              ))}
            {Object.entries(data?.air_quality ?? {}).map(([name, value]) => (
              <div key={name}>
                <dt>{PARTICLES[name] ?? titleOf(name)}</dt>
                <dd>{value === null ? '–' : `${numberText(value, 1)} µg/m³`}</dd>
              </div>
            ))}
          </dl>
          <p class="second">
            {data?.source.attribution.text}
            {data ? `, confirmed ${agoText(data.confirmed_at, nowMs.value)}` : ''}
          </p>
        </>
      )}
    </Part>
  )
}
