import type { ListedCity } from '../../db/queries/cities.ts'
import { roundToHundredths } from '../../domain/analytics/rounding.ts'
import { statisticsOf } from '../../domain/analytics/weather-sums.ts'
import { cutoffOf, type KeepDays } from '../../domain/retention.ts'
import { HOUR_MS } from '../../domain/time/durations.ts'
import { localTimeWithOffset } from '../../domain/time/local-time.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { CONDITION_FIELDS } from '../../domain/weather/condition-fields.ts'
import { valueIn, type UnitSystem } from '../../domain/weather/unit-systems.ts'
import type { StoredConditions } from '../../domain/weather/reading.ts'
import type { Mode } from '../../platform/config/config.ts'
import type { HistorySpan, SummedUp } from '../readers/history.ts'
import type {
  HistoryBody,
  HistoryDay,
  HistoryHour,
  HistoryInterval,
  HistoryReading,
} from '../schemas/history.ts'
import { cityBlock } from './city.ts'
import { conditionUnits } from './conditions.ts'
import { sourceOf } from './stored-reading.ts'
import { responseNamesOf, viewOf } from './values.ts'

const conditionsView = viewOf(CONDITION_FIELDS)
const responseNames = responseNamesOf(CONDITION_FIELDS)

export interface HistoryFacts extends HistorySpan {
  readonly city: ListedCity
  readonly interval: HistoryInterval
  readonly days: number
  readonly units: UnitSystem
  readonly mode: Mode
  readonly keepDays: KeepDays
  readonly providers: readonly ProviderId[]
  readonly nextCursor: string | null
}

type Items = Pick<HistoryBody, 'hourly' | 'daily' | 'readings'>

export const historyBody = (facts: HistoryFacts, items: Items): HistoryBody => ({
  city: { ...cityBlock(facts.city), is_active: facts.city.active },
  interval: facts.interval,
  days: facts.days,
  from: facts.from.toISOString(),
  to: facts.to.toISOString(),
  units: conditionUnits(facts.units),
  ...items,
  sources: facts.providers.map((provider) => sourceOf(provider, facts.mode)),
  kept: keptOf(facts),
  next_cursor: facts.nextCursor,
})

/** What was asked for and is deleted is named, not passed over. */
function keptOf({ interval, from, to, keepDays }: HistoryFacts): HistoryBody['kept'] {
  const { readings, rollups } = keepDays
  const isRaw = interval === 'raw'
  // Readings that are older than the rollups are not added up.
  const days = isRaw ? readings : rollups
  const since = cutoffOf(to, days)
  const what = isRaw ? 'Single readings are' : 'Hours and days are'
  const [other, otherDays] = isRaw
    ? ['hours and days go', rollups]
    : ['interval=raw goes', readings]
  const instead = otherDays > days ? `; ${other} back ${otherDays} days` : ''
  const note =
    from < since ? `${what} kept for ${days} days, older ones are deleted${instead}.` : null
  return { since: since.toISOString(), reading_days: readings, rollup_days: rollups, note }
}

export const historyHour =
  (timeZone: string, units: UnitSystem) =>
  (sums: SummedUp): HistoryHour => ({
    starts_at: sums.startsAt.toISOString(),
    local_time: localTimeWithOffset(sums.startsAt, timeZone),
    ...sumsBlock(sums, units),
  })

export const historyDay =
  (units: UnitSystem) =>
  (sums: SummedUp): HistoryDay => ({
    date: sums.bucket,
    starts_at: sums.startsAt.toISOString(),
    ends_at: sums.endsAt.toISOString(),
    hours: (sums.endsAt.getTime() - sums.startsAt.getTime()) / HOUR_MS,
    ...sumsBlock(sums, units),
  })

function sumsBlock(sums: SummedUp, units: UnitSystem) {
  const inUnits = (celsius: number | null) =>
    valueIn(units, CONDITION_FIELDS.temperatureC.unit, celsius)
  const statistics = statisticsOf(sums)
  return {
    samples: sums.dataPoints,
    temperature: {
      min: inUnits(sums.temperatureMinC),
      mean: inUnits(roundedOrNull(statistics.temperatureAvgC)),
      max: inUnits(sums.temperatureMaxC),
      samples: sums.temperatureSamples,
    },
    humidity: {
      mean: roundedOrNull(statistics.relativeHumidityAvgPct),
      samples: sums.humiditySamples,
    },
    providers: sums.providers === null ? null : [...sums.providers],
  }
}

const roundedOrNull = (value: number | null): number | null =>
  value === null ? null : roundToHundredths(value)

export const historyReading =
  (timeZone: string, units: UnitSystem) =>
  (reading: StoredConditions): HistoryReading => ({
    valid_at: reading.validAt.toISOString(),
    local_time: localTimeWithOffset(reading.validAt, timeZone),
    fetched_at: reading.fetchedAt.toISOString(),
    confirmed_at: reading.confirmedAt.toISOString(),
    run_id: reading.runId,
    provider: reading.provider,
    basis: reading.basis,
    derived: responseNames(reading.derived),
    conditions: conditionsView(reading, units),
  })
