/** What an alert is about. */
export const ALERT_TYPES = ['cache', 'freshness', 'api_failure', 'performance', 'capacity'] as const

export type AlertType = (typeof ALERT_TYPES)[number]

/** Least first. */
export const ALERT_SEVERITIES = ['info', 'warning', 'error', 'critical', 'emergency'] as const

export type AlertSeverity = (typeof ALERT_SEVERITIES)[number]

export const ALERT_STATUSES = ['active', 'acknowledged', 'resolved'] as const

export type AlertStatus = (typeof ALERT_STATUSES)[number]

/** A rule that holds now. */
export interface AlertFinding {
  /** What it is about, so that the same thing is not raised twice. */
  readonly key: string
  readonly type: AlertType
  readonly severity: AlertSeverity
  readonly message: string
  readonly recommendation: string
}

export const isAtLeast = (severity: AlertSeverity, least: AlertSeverity): boolean =>
  ALERT_SEVERITIES.indexOf(severity) >= ALERT_SEVERITIES.indexOf(least)

export const worseOf = (one: AlertSeverity, other: AlertSeverity): AlertSeverity =>
  isAtLeast(one, other) ? one : other
