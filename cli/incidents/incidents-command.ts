import { Argument, Option } from 'commander'
import { PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import { newCommand, runs, type AddCommand } from '../command-runner.ts'
import { printableText, wholeNumberFrom } from '../terminal/arguments.ts'
import type { IncidentsOptions } from './show-incidents.ts'

const DEFAULT_LIMIT = 20
const MAX_LIMIT = 1000

export const addIncidents: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('incidents', 'show when providers did not serve, why, and who served instead')
      .addArgument(
        new Argument('[id]', 'all about this one').argParser(
          wholeNumberFrom(1, Number.MAX_SAFE_INTEGER),
        ),
      )
      .option('--open', 'only those that are not over')
      .addOption(new Option('--provider <id>', 'only of this provider').choices(PROVIDER_IDS))
      .option('--city <city>', 'only those that met this city', printableText)
      .option('--limit <number>', 'at most this many', wholeNumberFrom(1, MAX_LIMIT), DEFAULT_LIMIT)
      .option('--json', 'print a JSON array, or one JSON object')
      .addHelpText(
        'after',
        `
One incident per provider and cause, from when cities began to be served by another provider, or
by none, to when the provider served again. One that serves again is recovering, and is closed
after 20 quiet minutes.

Examples:
  weather247 incidents --open
  weather247 incidents --city London
  weather247 incidents 12 --json`,
      )
      .action(
        runs<IncidentsOptions>(exit, async (options, [id]) => {
          const { showIncidents } = await import('./show-incidents.ts')
          return showIncidents({ ...options, ...(id !== undefined && { id: Number(id) }) })
        }),
      ),
  )
}
