import { MINUTE_MS } from '../time/durations.ts'
import {
  isAtLeast,
  worseOf,
  type AlertFinding,
  type AlertSeverity,
  type AlertStatus,
} from './alert.ts'

/** What was resolved so lately is not raised again: a value that swings around a bound. */
export const DEDUPE_MS = 10 * MINUTE_MS

/** For how long a critical alert may stand without being acknowledged. */
export const ESCALATE_AFTER_MS = 30 * MINUTE_MS

export interface KnownAlert {
  readonly id: number
  readonly key: string
  readonly severity: AlertSeverity
  readonly status: AlertStatus
  readonly raisedAt: Date
  /** When it last got worse; null where it has not. */
  readonly worsenedAt: Date | null
  readonly resolvedAt: Date | null
}

/** An open alert that holds still. */
export interface AlertUpdate {
  readonly id: number
  readonly finding: AlertFinding
  readonly severity: AlertSeverity
  /** `active` again where it got worse than what was acknowledged. */
  readonly status: AlertStatus
  readonly isWorse: boolean
  readonly isEscalated: boolean
}

export interface AlertChanges {
  readonly raised: readonly AlertFinding[]
  readonly updated: readonly AlertUpdate[]
  /** Ids of those whose rule does not hold any more. */
  readonly resolved: readonly number[]
}

/** What becomes of the known alerts, open ones and lately resolved ones, by what the rules found. */
export function alertChanges(
  findings: readonly AlertFinding[],
  known: readonly KnownAlert[],
  now: Date,
): AlertChanges {
  const open = known.filter(({ status }) => status !== 'resolved')
  const isQuiet = (key: string): boolean =>
    known.some((alert) => alert.key === key && (open.includes(alert) || isRecent(alert, now)))
  const findingOf = (alert: KnownAlert) => findings.find(({ key }) => key === alert.key)
  return {
    raised: findings.filter(({ key }) => !isQuiet(key)),
    updated: open.flatMap((alert) => {
      const finding = findingOf(alert)
      return finding ? [updateOf(alert, finding, now)] : []
    }),
    resolved: open.filter((alert) => !findingOf(alert)).map(({ id }) => id),
  }
}

const isRecent = ({ resolvedAt }: KnownAlert, now: Date): boolean =>
  resolvedAt !== null && now.getTime() - resolvedAt.getTime() < DEDUPE_MS

function updateOf(alert: KnownAlert, finding: AlertFinding, now: Date): AlertUpdate {
  const isEmergency = alert.severity === 'emergency'
  const isWorse = !isAtLeast(alert.severity, finding.severity)
  const severity = isEmergency ? worseOf(alert.severity, finding.severity) : finding.severity
  const status = isWorse ? 'active' : alert.status
  // What became critical late can be acknowledged as critical for as long.
  const since = alert.worsenedAt ?? alert.raisedAt
  const isDue = now.getTime() - since.getTime() >= ESCALATE_AFTER_MS
  const isEscalated = severity === 'critical' && status === 'active' && isDue && !isWorse
  return {
    id: alert.id,
    finding,
    severity: isEscalated ? 'emergency' : severity,
    status,
    isWorse,
    isEscalated,
  }
}
