import { Option } from 'commander'
import { PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import { newCommand, runs, type AddCommand } from '../command-runner.ts'
import { printableText, wholeNumberFrom } from '../terminal/arguments.ts'
import type { DisagreementsOptions } from './show-disagreements.ts'

const DEFAULT_LIMIT = 20
const MAX_LIMIT = 1000

export const addDisagreements: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('disagreements', 'show where two providers say what cannot both be so')
      .option('--open', 'only those that are not over')
      .addOption(
        new Option('--provider <id>', 'only with this one on either side').choices(PROVIDER_IDS),
      )
      .option('--city <city>', 'only of this city', printableText)
      .option('--limit <number>', 'at most this many', wholeNumberFrom(1, MAX_LIMIT), DEFAULT_LIMIT)
      .option('--json', 'print a JSON array')
      .addHelpText(
        'after',
        `
A small share of the limits, while there is room to spare, goes to asking a second provider about
cities that another one served. More than 4 °C or 25 km/h apart within 30 minutes, or rain against
none, is a disagreement. What is served stays as its provider gave it.

Examples:
  weather247 disagreements --open
  weather247 disagreements --city London`,
      )
      .action(
        runs<DisagreementsOptions>(exit, async (options) => {
          const { showDisagreements } = await import('./show-disagreements.ts')
          return showDisagreements(options)
        }),
      ),
  )
}
