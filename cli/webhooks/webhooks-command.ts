import { Option } from 'commander'
import { CHOSEN_TYPES } from '../../domain/notifications/notification.ts'
import { newCommand, runs, type AddCommand } from '../command-runner.ts'
import { printableText } from '../terminal/arguments.ts'
import { tokenName as webhookName } from '../tokens/token-arguments.ts'
import type { CreateOptions, JsonOption } from './manage-webhooks.ts'

export const addWebhooks: AddCommand = (parent, exit) => {
  const webhooks = newCommand('webhooks', 'tell programs of incidents, alerts and weather')
  addWebhooksCreate(webhooks, exit)
  addWebhooksList(webhooks, exit)
  addWebhooksTest(webhooks, exit)
  addWebhooksDelete(webhooks, exit)
  parent.addCommand(webhooks)
}

const addWebhooksCreate: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('create', 'tell one more receiver from now on')
      .requiredOption('--name <name>', 'each name once', webhookName)
      .requiredOption('--url <url>', 'where it listens; https, in the internet', printableText)
      .addOption(new Option('--types <types...>', 'only of these').choices(CHOSEN_TYPES))
      .option('--json', 'print one JSON object')
      .addHelpText(
        'after',
        `
The secret is printed once, to standard output. Every delivery is signed with it as Standard Webhooks
does (webhook-id, webhook-timestamp, webhook-signature): any of its libraries verifies it.

Types: ${CHOSEN_TYPES.join(', ')}

Examples:
  weather247 webhooks create --name on-call --url https://hooks.example.org/weather
  weather247 webhooks create --name ops --url https://example.org/a --types incident.opened incident.closed`,
      )
      .action(
        runs<CreateOptions>(exit, async (options) => {
          const { createWebhook } = await import('./manage-webhooks.ts')
          return createWebhook(options)
        }),
      ),
  )
}

const addWebhooksList: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('list', 'show every webhook, and how its receiver answers')
      .option('--json', 'print a JSON array')
      .action(
        runs<JsonOption>(exit, async (options) => {
          const { listStored } = await import('./manage-webhooks.ts')
          return listStored(options)
        }),
      ),
  )
}

const addWebhooksTest: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('test', 'send a receiver a test')
      .argument('<name>', 'the name it was created with', webhookName)
      .action(
        runs(exit, async (_options, [name = '']) => {
          const { testStored } = await import('./manage-webhooks.ts')
          return testStored(name)
        }),
      ),
  )
}

const addWebhooksDelete: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('delete', 'tell a receiver no more; what it was not sent yet is dropped')
      .argument('<name>', 'the name it was created with', webhookName)
      .action(
        runs(exit, async (_options, [name = '']) => {
          const { deleteStored } = await import('./manage-webhooks.ts')
          return deleteStored(name)
        }),
      ),
  )
}
