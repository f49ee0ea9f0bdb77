import type { StoredWebhook } from '../../db/queries/webhooks.ts'
import { CHOSEN_TYPES } from '../../domain/notifications/notification.ts'
import { tableText, terminalWidth, type Column } from '../terminal/table.ts'

const momentText = (at: Date | null): string =>
  at === null ? 'never' : `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`

const COLUMNS: readonly Column<StoredWebhook>[] = [
  { title: 'Name', text: ({ name }) => name, rank: 0 },
  { title: 'State', text: ({ active }) => (active ? 'live' : 'gone'), rank: 1 },
  { title: 'Waiting', text: ({ pending }) => String(pending), align: 'right', rank: 1 },
  { title: 'Last answer', text: ({ lastAnswer }) => lastAnswer ?? 'none yet', rank: 2 },
  { title: 'Delivered', text: ({ lastDeliveredAt }) => momentText(lastDeliveredAt), rank: 3 },
  { title: 'Notified of', text: typesText, rank: 4 },
  { title: 'Address', text: ({ url }) => url, rank: 5 },
]

export function webhooksText(hooks: readonly StoredWebhook[], width = terminalWidth()): string {
  if (hooks.length === 0) {
    return 'No webhook is notified.\nCreate one with `weather247 webhooks create`.'
  }
  return tableText(COLUMNS, hooks, width)
}

function typesText({ types }: StoredWebhook): string {
  return CHOSEN_TYPES.every((type) => types.includes(type)) ? 'everything' : types.join(', ')
}
