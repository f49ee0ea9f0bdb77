import { countryCode, wholeNumberFrom } from '../arguments.ts'
import { newCommand, runs, type AddCommand } from '../command-runner.ts'

const DEFAULT_LIMIT = 50

export interface ListOptions {
  readonly country?: string
  readonly limit: number
  readonly json?: boolean
}

export const addCitiesList: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('list', 'show the cities whose weather is kept')
      .option('--country <code>', 'only of this country, two letters', countryCode)
      .option('--limit <number>', 'at most so many', wholeNumberFrom(1), DEFAULT_LIMIT)
      .option('--json', 'print a JSON array')
      .action(
        runs<ListOptions>(exit, async (options) => {
          const { listStored } = await import('../cities/list-stored.ts')
          return listStored(options)
        }),
      ),
  )
}
