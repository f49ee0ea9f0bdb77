import { Option } from 'commander'
import { ROLES } from '../../domain/access/role.ts'
import { newCommand, runs, type AddCommand } from '../command-runner.ts'
import { expiryDays, tokenName } from './token-arguments.ts'
import type { CreateOptions, JsonOption, RevokeOptions } from './manage-tokens.ts'

export const addTokens: AddCommand = (parent, exit) => {
  const tokens = newCommand('tokens', 'create, list and revoke the tokens of the API')
  addTokensCreate(tokens, exit)
  addTokensList(tokens, exit)
  addTokensRevoke(tokens, exit)
  parent.addCommand(tokens)
}

const addTokensCreate: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('create', 'create a token; from the first one on, the API answers no one without')
      .requiredOption('--name <name>', 'what uses it, such as a program; each name once', tokenName)
      .addOption(new Option('--role <role>', 'what it may do').choices(ROLES).makeOptionMandatory())
      .option('--expires <days>', 'when it ends, such as 90d; without, it does not', expiryDays)
      .option('--json', 'print one JSON object')
      .addHelpText(
        'after',
        `
The token is printed once, to standard output, and stored as a hash: no one can look it up later.
read reads, operate also refreshes, cancels and pauses, admin does everything.

Examples:
  weather247 tokens create --name laptop --role admin
  weather247 tokens create --name grafana --role read --expires 90d`,
      )
      .action(
        runs<CreateOptions>(exit, async (options) => {
          const { createStored } = await import('./manage-tokens.ts')
          return createStored(options)
        }),
      ),
  )
}

const addTokensList: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('list', 'show every token, the newest first; never the token itself')
      .option('--json', 'print a JSON array')
      .action(
        runs<JsonOption>(exit, async (options) => {
          const { listStored } = await import('./manage-tokens.ts')
          return listStored(options)
        }),
      ),
  )
}

const addTokensRevoke: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('revoke', 'end a token; the API takes it no longer than 5 seconds more')
      .argument('<name>', 'the name it was created with', tokenName)
      .option('--forget', 'delete it from the list, too')
      .option('--json', 'print one JSON object')
      .addHelpText(
        'after',
        `
A revoked token stays in the list, and the API goes on asking for tokens. Once --forget has deleted
the last one, the API asks for none, and everyone on this machine is admin, as at first.

Example:
  weather247 tokens revoke laptop`,
      )
      .action(
        runs<RevokeOptions>(exit, async (options, [name = '']) => {
          const { revokeStored } = await import('./manage-tokens.ts')
          return revokeStored(name, options)
        }),
      ),
  )
}
