import type { NewNotification } from '../notifications/notification.ts'
import type { AlertSeverity, AlertType } from './alert.ts'

export interface ToldAlert {
  readonly id: number
  readonly key: string
  readonly type: AlertType
  readonly severity: AlertSeverity
  readonly message: string
  readonly recommendation: string
  readonly raisedAt: Date
}

/** What receivers are sent of an alert at this moment. */
export const alertNotification = (
  change: 'raised' | 'escalated' | 'resolved',
  alert: ToldAlert,
  at: Date,
): NewNotification => ({
  type: `alert.${change}`,
  subject: `alert/${alert.id}`,
  at,
  data: {
    alert_id: alert.id,
    key: alert.key,
    alert_type: alert.type,
    severity: alert.severity,
    message: alert.message,
    recommendation: alert.recommendation,
    raised_at: alert.raisedAt.toISOString(),
  },
})
