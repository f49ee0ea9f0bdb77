import { countryCode, wholeNumberFrom } from '../terminal/arguments.ts'
import { newCommand, runs, type AddCommand } from '../command-runner.ts'
import type { ListOptions } from './list-stored.ts'

const DEFAULT_LIMIT = 50
/** More than places of 500 inhabitants there are. */
const MAX_LIMIT = 1_000_000

export const addCitiesList: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('list', 'show the cities whose weather is kept')
      .option('--country <code>', 'only of this country, two letters', countryCode)
      .option('--limit <number>', 'at most this many', wholeNumberFrom(1, MAX_LIMIT), DEFAULT_LIMIT)
      .option('--json', 'print a JSON array')
      .action(
        runs<ListOptions>(exit, async (options) => {
          const { listStored } = await import('./list-stored.ts')
          return listStored(options)
        }),
      ),
  )
}
