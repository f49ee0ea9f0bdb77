import { newCommand, runs, type AddCommand } from '../command-runner.ts'
import { printableText } from '../terminal/arguments.ts'
import type { ExplainOptions } from './explain.ts'

export const addExplain: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('explain', 'why a city has the values it has')
      .argument('<city>', 'a name like "London, GB", or a GeoNames id', printableText)
      .option('--json', 'print one JSON object')
      .addHelpText(
        'after',
        `
For the last refresh of each product: which providers were asked, which were skipped and why, what came of it,
what is stored, and when it is next due.

Example:
  weather247 explain "London, GB"`,
      )
      .action(
        runs<ExplainOptions>(exit, async (options, [city = '']) => {
          const { explain } = await import('./explain.ts')
          return explain(city, options)
        }),
      ),
  )
}
