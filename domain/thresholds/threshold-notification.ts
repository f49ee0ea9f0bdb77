import type { CityId } from '../city/city.ts'
import type { NewNotification } from '../notifications/notification.ts'
import {
  thresholdFacts,
  type ThresholdField,
  type ThresholdSeverity,
  type ThresholdSide,
} from './threshold.ts'

/** One time in which a threshold held for a city. */
export interface ToldCrossing {
  readonly id: number
  readonly thresholdId: number
  readonly thresholdName: string
  readonly severity: ThresholdSeverity
  readonly field: ThresholdField
  readonly side: ThresholdSide
  readonly bound: number
  readonly cityId: CityId
  readonly cityName: string
  readonly startedAt: Date
  readonly endedAt: Date | null
  /** The value that is sent, where it was valid, and who gave it. */
  readonly value: number
  readonly validAt: Date
  readonly provider: string
}

/** What receivers are sent of a threshold at this moment; values are in the canonical unit. */
export const thresholdNotification = (
  change: 'started' | 'ended',
  crossing: ToldCrossing,
  at: Date,
): NewNotification => ({
  type: `threshold.${change}`,
  subject: `crossing/${crossing.id}`,
  at,
  data: {
    threshold_id: crossing.thresholdId,
    threshold: crossing.thresholdName,
    severity: crossing.severity,
    field: thresholdFacts(crossing.field).responseName,
    side: crossing.side,
    bound: crossing.bound,
    unit: thresholdFacts(crossing.field).unit ?? null,
    city_id: crossing.cityId,
    city: crossing.cityName,
    value: crossing.value,
    valid_at: crossing.validAt.toISOString(),
    provider: crossing.provider,
    started_at: crossing.startedAt.toISOString(),
    ended_at: crossing.endedAt?.toISOString() ?? null,
  },
})
