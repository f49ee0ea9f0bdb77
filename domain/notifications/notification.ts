/** What receivers can be sent. Of what begins there is an end, with the same subject. */
export const NOTIFICATION_TYPES = [
  'incident.opened',
  'incident.escalated',
  'incident.closed',
  'alert.raised',
  'alert.escalated',
  'alert.resolved',
  'threshold.started',
  'threshold.ended',
  'webhook.test',
] as const

export type NotificationType = (typeof NOTIFICATION_TYPES)[number]

/** What a webhook may choose among; a test goes to its own webhook alone. */
export const CHOSEN_TYPES = NOTIFICATION_TYPES.filter((type) => type !== 'webhook.test')

/** Something to tell, before it has an id. */
export interface NewNotification {
  readonly type: NotificationType
  /** What it is about, such as `incident/12`: the same from its beginning to its end. */
  readonly subject: string
  readonly at: Date
  /** Plain JSON with names in snake_case: what a receiver reads. */
  readonly data: Readonly<Record<string, unknown>>
}
