import { newCommand, runs, type AddCommand } from '../command-runner.ts'
import { wholeNumberFrom } from '../terminal/arguments.ts'
import type { PlanCommandOptions } from './plan.ts'

export const addPlan: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('plan', 'how fresh the limits of the providers keep the cities')
      .option('--cities <number>', 'as if there were that many', wholeNumberFrom(1, 100_000))
      .option('--day', 'also the calls of the next 24 hours')
      .option('--json', 'print one JSON object')
      .addHelpText(
        'after',
        `
Asks no provider. Says how old the weather of the most requested cities and of the others is on a usual day, what that
takes of each provider, what the promises cost, and what another key would change. With --cities of the stored ones
the most requested, and beyond them ones that no one asked for yet. With --day the next 24 hours, tick by tick in the
JSON: the calls that scheduled refreshes make where every provider answers and no one else asks. docs/planner.md
has the rules.

Examples:
  weather247 plan
  weather247 plan --cities 500 --day`,
      )
      .action(
        runs<PlanCommandOptions>(exit, async (options) => {
          const { plan } = await import('./plan.ts')
          return plan(options)
        }),
      ),
  )
}
