import { totalOf } from '../day-values.ts'
import { weatherIdsOf, type Weather } from './sky.ts'

type Falling = 'rain' | 'snow'

/** https://openweathermap.org/weather-conditions: ids whose description names rain or drizzle. */
const saysRain = (id: number): boolean =>
  (id >= 200 && id <= 202) ||
  (id >= 230 && id <= 232) ||
  (id >= 300 && id < 600) ||
  id === 615 ||
  id === 616

const saysSnow = (id: number): boolean =>
  (id >= 600 && id <= 602) || id === 615 || id === 616 || (id >= 620 && id <= 622)

const SQUALL = 771
const TORNADO = 781

/** Thunderstorms without rain, what hangs in the air, and the states of the sky. */
const isDry = (id: number): boolean =>
  (id >= 210 && id <= 221) ||
  (id >= 700 && id < 800 && id !== SQUALL && id !== TORNADO) ||
  (id >= 800 && id <= 804)

type Wet<Hours extends string> =
  Partial<Readonly<Record<Hours, number | null | undefined>>> | null | undefined

interface Answer<Hours extends string> extends Weather {
  readonly rain?: Wet<Hours>
  readonly snow?: Wet<Hours>
}

/**
 * Rain and snow of the last hours in mm. An absent amount is 0 only where the weather ids say so:
 * beside an id of rain or snow it is not known, as is one that is present and empty.
 */
export function precipitationIn<const Hours extends string>(
  answer: Answer<Hours>,
  hours: Hours,
): number | null {
  const { rain, snow } = answer
  const ids = weatherIdsOf(answer)
  const isWhole = ids.length > 0 && ids.length === answer.weather?.length
  if (rain === undefined && snow === undefined) {
    return isWhole && ids.every(isDry) ? 0 : null
  }
  const amountOf = (falling: Falling, wet: Wet<Hours>): number | null => {
    if (wet !== undefined) return wet?.[hours] ?? null
    return ids.some(falling === 'rain' ? saysRain : saysSnow) ? null : 0
  }
  return totalOf([amountOf('rain', rain), amountOf('snow', snow)], 2)
}
