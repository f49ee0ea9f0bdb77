import type { StoredDisagreement } from '../../db/queries/disagreements.ts'
import type { CityDoubts } from '../../db/queries/city-doubts.ts'
import { CONDITION_FIELDS } from '../../domain/weather/condition-fields.ts'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

const opinionBody = (one: StoredDisagreement['served']) => ({
  provider: one.provider,
  valid_at: one.validAt,
  basis: one.basis,
  temperature: one.temperatureC,
  wind_speed: one.windSpeedKmh,
  precipitation: one.precipitationMm,
  precipitation_window_minutes: one.precipitationWindowMinutes,
  condition: one.condition,
})

export const disagreementBody = (row: StoredDisagreement) => ({
  id: row.id,
  city_id: row.cityId,
  city: row.city,
  country_code: row.countryCode,
  kinds: row.kinds,
  served: opinionBody(row.served),
  other: opinionBody(row.other),
  started_at: row.startedAt.toISOString(),
  last_at: row.lastAt.toISOString(),
  ended_at: iso(row.endedAt),
  times: row.times,
  run_id: row.runId,
})

export const doubtsBody = ({ flags, disagreements, opinion }: CityDoubts) => ({
  flags: flags.map(({ field, since, until, ...one }) => ({
    ...one,
    field: field === 'all' ? field : CONDITION_FIELDS[field].responseName,
    since: since.toISOString(),
    until: iso(until),
  })),
  disagreements: disagreements.map(disagreementBody),
  second_opinion: opinion && {
    provider: opinion.provider,
    asked_at: opinion.askedAt.toISOString(),
    agrees: opinion.agrees,
  },
})
