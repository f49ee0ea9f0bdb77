import { MINUTE_MS } from '../time/durations.ts'
import { PRECIPITATION, type Condition } from './condition.ts'
import type { ConditionValues } from './condition-fields.ts'
import type { Conditions } from './reading.ts'

export const DISAGREEMENT_KINDS = ['temperature', 'wind', 'rain'] as const

export type DisagreementKind = (typeof DISAGREEMENT_KINDS)[number]

/** Two readings farther apart in time are of different moments: weather changes within an hour. */
export const SAME_MOMENT_MINUTES = 30

/** What is farther apart than this is a disagreement. */
export const DISAGREEMENT_BOUNDS = { temperatureC: 4, windSpeedKmh: 25 } as const

/** Less than this within an hour is what one provider calls dry and another drizzle. */
const WET_MM_PER_HOUR = 0.2

/** One of the two sides, as its provider gave it. */
export type Opinion = Pick<
  Conditions,
  'provider' | 'validAt' | 'basis' | 'temperatureC' | 'windSpeedKmh' | 'precipitationMm'
> &
  Pick<Conditions, 'precipitationWindowMinutes' | 'condition'>

export const opinionOf = (reading: Conditions): Opinion => ({
  provider: reading.provider,
  validAt: reading.validAt,
  basis: reading.basis,
  temperatureC: reading.temperatureC,
  windSpeedKmh: reading.windSpeedKmh,
  precipitationMm: reading.precipitationMm,
  precipitationWindowMinutes: reading.precipitationWindowMinutes,
  condition: reading.condition,
})

export const areOfOneMoment = (one: Pick<Opinion, 'validAt'>, other: Pick<Opinion, 'validAt'>) =>
  Math.abs(one.validAt.getTime() - other.validAt.getTime()) <= SAME_MOMENT_MINUTES * MINUTE_MS

/** What the two disagree on; undefined where they are of different moments and say nothing of each other. */
export function disagreementOf(one: Opinion, other: Opinion): DisagreementKind[] | undefined {
  if (!areOfOneMoment(one, other)) return undefined
  const isApart = (field: keyof typeof DISAGREEMENT_BOUNDS): boolean => {
    const [here, there] = [one[field], other[field]]
    if (here === null || there === null) return false
    return Math.abs(here - there) > DISAGREEMENT_BOUNDS[field]
  }
  const [rainHere, rainThere] = [isRaining(one), isRaining(other)]
  const disagrees: Readonly<Record<DisagreementKind, boolean>> = {
    temperature: isApart('temperatureC'),
    wind: isApart('windSpeedKmh'),
    rain: rainHere !== undefined && rainThere !== undefined && rainHere !== rainThere,
  }
  return DISAGREEMENT_KINDS.filter((kind) => disagrees[kind])
}

type Rain = Pick<ConditionValues, 'precipitationMm' | 'precipitationWindowMinutes' | 'condition'>

const WET: ReadonlySet<Condition> = new Set([...PRECIPITATION, 'thunderstorm'])

/** Of any kind. Undefined where nothing is said, or as little as one calls dry and another drizzle. */
export function isRaining(values: Rain): boolean | undefined {
  const { condition, precipitationMm } = values
  const perHour = hourlyMm(values)
  if (perHour !== undefined && perHour >= WET_MM_PER_HOUR) return true
  if (condition !== null && WET.has(condition)) return precipitationMm === 0 ? undefined : true
  const saysDry = condition !== null && condition !== 'unknown'
  if (perHour === undefined) return saysDry ? false : undefined
  return perHour === 0 ? false : undefined
}

/** An amount of hours says nothing of the moment at their end. */
function hourlyMm({ precipitationMm, precipitationWindowMinutes }: Rain): number | undefined {
  if (precipitationMm === null) return undefined
  const minutes = Math.abs(precipitationWindowMinutes ?? 60)
  return minutes === 0 || minutes > 60 ? undefined : (precipitationMm * 60) / minutes
}
