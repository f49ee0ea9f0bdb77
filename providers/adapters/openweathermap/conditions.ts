import type { Conditions, Discard } from '../../../domain/weather/reading.ts'
import type { Position } from '../../../domain/weather/sun.ts'
import { metresToKm, rounded } from '../../../domain/weather/units.ts'
import { noteUnknownCodes } from '../../unknown-codes.ts'
import { instantOf } from '../../wire-values.ts'
import { dayOrNight } from '../day-or-night.ts'
import { kmhOf } from '../day-values.ts'
import { precipitationIn } from './precipitation.ts'
import { skyOf, weatherIdsOf, worstSkyOf } from './sky.ts'
import { sunTimesOf, type SunTimes } from './sun-times.ts'
import type { ConditionsAnswer } from './wire.ts'

export function toConditions(
  answer: ConditionsAnswer,
  position: Position,
  fetchedAt: Date,
  discard: Discard = () => undefined,
): Conditions {
  const { main, wind, sys } = answer
  const sky = worstSkyOf(answer)
  const sun = sunTimesOf(sys)
  if (answer.weather?.some((one) => one?.id === undefined)) discard('/weather/id', 'is missing')
  noteUnknownCodes({ field: '/weather/id', codes: weatherIdsOf(answer) }, skyOf, discard)
  return {
    provider: 'openweathermap',
    fetchedAt,
    validAt: instantOf(answer.dt),
    basis: 'analysis',
    temperatureC: main.temp ?? null,
    apparentTemperatureC: main.feels_like ?? null,
    relativeHumidityPct: main.humidity ?? null,
    pressureMslHpa: main.pressure ?? null,
    visibilityKm: answer.visibility == null ? null : rounded(metresToKm(answer.visibility), 2),
    uvIndex: null,
    windSpeedKmh: kmhOf(wind?.speed),
    windGustKmh: kmhOf(wind?.gust),
    windDirectionDeg: wind?.deg ?? null,
    cloudCoverPct: answer.clouds?.all ?? null,
    precipitationMm: precipitationIn(answer, '1h'),
    precipitationWindowMinutes: -60,
    condition: sky?.condition ?? null,
    intensity: sky?.intensity ?? null,
    ...sun,
    ...isDayOf(answer, sun, position),
  }
}

/** Icons are named `10d` or `10n`; where the sun does not rise or set, all day is `n`. */
function isDayOf({ weather, dt }: ConditionsAnswer, sun: SunTimes, position: Position) {
  const icon = weather?.find((phenomenon) => phenomenon !== null)?.icon
  const phase = sun.sunriseAt && sun.sunsetAt ? icon?.at(-1) : undefined
  const said = phase === 'd' ? true : phase === 'n' ? false : null
  return dayOrNight(said, position, instantOf(dt))
}
