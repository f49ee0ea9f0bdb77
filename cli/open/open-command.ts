import { Argument } from 'commander'
import { newCommand, runs, type AddCommand } from '../command-runner.ts'
import { printableText } from '../terminal/arguments.ts'
import { PLACES, type Place } from './place-address.ts'

export const addOpen: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('open', 'open a page of the dashboard in the browser, and print its address')
      .addArgument(new Argument('[page]', 'which').choices(PLACES).default('now'))
      .argument(
        '[city]',
        'of the page city: a name like "London, GB", or a GeoNames id',
        printableText,
      )
      .addHelpText(
        'after',
        `
Of the instance on this machine, or that of WEATHER247_API_URL. Where no browser can be opened the address is printed
all the same.

Examples:
  weather247 open
  weather247 open city Tokyo
  weather247 open web-ui`,
      )
      .action(
        runs<object>(exit, async (_options, [page = 'now', city]) => {
          const { open } = await import('./open.ts')
          return open(page as Place, city)
        }),
      ),
  )
}
