import type { Answer } from '../../api.ts'
import { nowMs } from '../../live/clock.ts'
import { temperatureUnit, windUnit } from '../../live/preferences.ts'
import { isDemo } from '../../live/session.ts'
import { agoText, clockText, numberText, titleOf, wordsOf } from '../../logic/format.ts'
import { compassPoint, temperatureIn, windIn } from '../../logic/units.ts'
import { WeatherIcon } from '../../parts/weather-icon.tsx'

type Current = Answer<'/api/weather/current/{cityId}'>
type Conditions = Current['conditions']

interface ValuesProps {
  readonly current: Current
  readonly timeZone: string
}

/** What it is like, each value with its unit, who said so, and both of its ages. */
export function Values({ current, timeZone }: ValuesProps) {
  const { conditions, derived, source, basis } = current
  const unit = temperatureUnit.value
  return (
    <>
      <p class="temperature">
        <WeatherIcon {...conditions} large />
        <b>
          {numberText(temperatureIn(unit, conditions.temperature), 1)} {unit}
        </b>
        <span>{wordsOf(conditions.condition ?? 'no word of the sky')}</span>
      </p>
      <dl class="values">
        {valuesOf(conditions).map(([name, text]) => (
          <div key={name}>
            <dt>{titleOf(name)}</dt>
            <dd>
              {text ?? <>–</>}
              <span class="note">
                {text === null
                  ? `not given by ${source.name}`
                  : derived.includes(name)
                    ? 'computed here'
                    : ''}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p class="second">
        {isDemo() ? `Simulated ${source.name}` : source.attribution.text}, {wordsOf(basis)}
        {source.attribution.licence && !isDemo() ? `, ${source.attribution.licence}` : ''}.
        Confirmed{' '}
        <time title={current.confirmed_at}>{agoText(current.confirmed_at, nowMs.value)}</time>,
        valid at <time title={current.valid_at}>{clockText(current.valid_at, { timeZone })}</time>{' '}
        there.
      </p>
    </>
  )
}

/** Null is what the source has not given. */
function valuesOf(conditions: Conditions): [string, string | null][] {
  const temperature = temperatureUnit.value
  const wind = windUnit.value
  const text = (value: number | null, unit: string, digits = 0): string | null =>
    value === null ? null : `${numberText(value, digits)} ${unit}`.trim()
  const speed = text(windIn(wind, conditions.wind_speed), wind, 1)
  return [
    ['feels_like', text(temperatureIn(temperature, conditions.feels_like), temperature, 1)],
    ['humidity', text(conditions.humidity, '%')],
    ['wind_speed', speed && `${speed} ${compassPoint(conditions.wind_direction)}`],
    ['wind_gust', text(windIn(wind, conditions.wind_gust), wind, 1)],
    ['pressure', text(conditions.pressure, 'hPa', 1)],
    ['cloudiness', text(conditions.cloudiness, '%')],
    ['precipitation', text(conditions.precipitation, 'mm', 1)],
    ['visibility', text(conditions.visibility, 'km', 1)],
    ['uv_index', text(conditions.uv_index, '', 1)],
  ]
}
