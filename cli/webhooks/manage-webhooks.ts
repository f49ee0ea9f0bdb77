import { CHOSEN_TYPES, type NotificationType } from '../../domain/notifications/notification.ts'
import { temporalTargetOf } from '../../platform/connection-targets.ts'
import { newWebhookSecret, webhookUrlFault } from '../../platform/webhooks/index.ts'
import { wrongUsage } from '../errors/command-error.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { withDatabaseAt, withTemporal } from '../target/connections.ts'
import { audited } from '../target/audited.ts'
import { withDatabase, withStoredDatabase } from '../target/database-access.ts'
import { announceTarget, databaseUrlOf, findTarget } from '../target/target.ts'
import { note, say, sayJson } from '../terminal/output.ts'
import { webhooksText } from './webhook-text.ts'

export interface JsonOption {
  readonly json?: boolean
}

export interface CreateOptions extends JsonOption {
  readonly name: string
  readonly url: string
  readonly types?: readonly NotificationType[]
}

/** The secret goes to standard output and nowhere else. */
export async function createWebhook({
  name,
  url,
  types = CHOSEN_TYPES,
  json = false,
}: CreateOptions): Promise<ExitCode> {
  const secret = newWebhookSecret()
  const change = { command: 'webhooks create', fields: { name, url, types } }
  const stored = await withDatabase(change, async (db, config) => {
    const fault = webhookUrlFault(url, config.webhooks)
    if (fault !== undefined) throw wrongUsage(`--url cannot be a webhook's: ${fault}`)
    const { storeWebhook } = await import('../../db/queries/webhooks.ts')
    const stored = await storeWebhook(db, { name, url, secret, types, createdAt: new Date() })
    if (stored) return stored
    throw wrongUsage(
      `there is a webhook "${name}" already`,
      'take another name; `weather247 webhooks list` shows those taken',
    )
  })
  if (json) sayJson({ ...stored, secret })
  else {
    say(secret)
    note(`Webhook "${name}". Its secret is shown this once: keep it now.`)
    note(`Try it: weather247 webhooks test ${JSON.stringify(name)}`)
  }
  return EXIT.ok
}

export async function listStored({ json = false }: JsonOption): Promise<ExitCode> {
  const hooks = await withStoredDatabase('read', async (db) => {
    const { listWebhooks } = await import('../../db/queries/webhooks.ts')
    return listWebhooks(db)
  })
  if (json) sayJson(hooks)
  else say(webhooksText(hooks))
  return EXIT.ok
}

export async function testStored(name: string): Promise<ExitCode> {
  const target = await findTarget()
  announceTarget(target)
  const change = { command: 'webhooks test', fields: { name } }
  const hook = await withDatabaseAt(databaseUrlOf(target), (db) =>
    audited(db, change, async () => {
      const { testWebhook, webhookNamed } = await import('../../db/queries/webhooks.ts')
      const found = await webhookNamed(db, name)
      if (!found) throw unknownWebhook(name)
      await testWebhook(db, found, new Date())
      return found
    }),
  )
  await withTemporal(temporalTargetOf(target.config.temporal), (client) =>
    client.deliver({ webhookId: hook.id, name }),
  )
  say(`A test is on its way to "${name}". How it answers: weather247 webhooks list`)
  return EXIT.ok
}

export async function deleteStored(name: string): Promise<ExitCode> {
  const change = { command: 'webhooks delete', fields: { name } }
  const deleted = await withStoredDatabase(change, async (db) => {
    const { deleteWebhook, webhookNamed } = await import('../../db/queries/webhooks.ts')
    const found = await webhookNamed(db, name)
    const deleted = found && (await deleteWebhook(db, found.id))
    if (!deleted) throw unknownWebhook(name)
    return deleted
  })
  const dropped = deleted.pending === 0 ? '' : ` ${deleted.pending} deliveries are dropped.`
  say(`Webhook "${name}" is deleted.${dropped}`)
  return EXIT.ok
}

const unknownWebhook = (name: string) =>
  wrongUsage(`there is no webhook "${name}"`, '`weather247 webhooks list` shows those there are')
