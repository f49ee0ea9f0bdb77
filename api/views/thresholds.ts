import type { Crossing, StoredThreshold } from '../../db/queries/thresholds.ts'
import { thresholdFacts } from '../../domain/thresholds/threshold.ts'

export const thresholdBody = ({ field, quietFrom, quietTo, ...rest }: StoredThreshold) => ({
  id: rest.id,
  name: rest.name,
  field: thresholdFacts(field).responseName,
  side: rest.side,
  value: rest.value,
  severity: rest.severity,
  unit: thresholdFacts(field).unit ?? null,
  city_id: rest.cityId,
  city: rest.cityName,
  quiet_hours: quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo },
  created_at: rest.createdAt.toISOString(),
  cities_holding: rest.holding,
})

export const crossingBody = (crossing: Crossing) => ({
  id: crossing.id,
  city_id: crossing.cityId,
  city: crossing.cityName,
  provider: crossing.provider,
  started_at: crossing.startedAt.toISOString(),
  start_value: crossing.startValue,
  told_at: crossing.toldAt?.toISOString() ?? null,
  ended_at: crossing.endedAt?.toISOString() ?? null,
  end_value: crossing.endValue,
})
