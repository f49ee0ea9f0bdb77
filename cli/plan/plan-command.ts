import { newCommand, runs, type AddCommand } from '../command-runner.ts'
import type { PlanOptions } from './plan.ts'

export const addPlan: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('plan', 'how fresh the limits of the providers keep the cities')
      .option('--json', 'print one JSON object')
      .addHelpText(
        'after',
        `
Asks no provider. Says how old the weather of the most requested cities and of the others is on a usual day, what that
takes of each provider, and what another key would change. docs/planner.md has the rules.

Example:
  weather247 plan`,
      )
      .action(
        runs<PlanOptions>(exit, async (options) => {
          const { plan } = await import('./plan.ts')
          return plan(options)
        }),
      ),
  )
}
