import { newCommand, runs, type AddCommand } from '../command-runner.ts'
import type { SchedulesApplyOptions } from './apply.ts'

export const addSchedulesApply: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('apply', 'make the server match the code and the settings; says what differed')
      .option('--dry-run', 'only say what would change')
      .option('--clear-existing', 'delete every schedule of ours first, then create the five')
      .option('--prune', 'delete schedules of ours that are not among the five')
      .option('--json', 'print one JSON object')
      .addHelpText(
        'after',
        `
A schedule that is paused stays paused, with its note, whatever is applied. Schedules that
Weather247 did not make are never touched.

Examples:
  weather247 schedules apply --dry-run
  WEATHER247_REFRESH_INTERVAL_MINUTES=30 weather247 schedules apply`,
      )
      .action(
        runs<SchedulesApplyOptions>(exit, async ({ json, dryRun, clearExisting, prune }) => {
          const { apply } = await import('./apply.ts')
          return apply({
            ...(json && { json }),
            ...(dryRun && { dryRun }),
            ...(clearExisting && { clearExisting }),
            ...(prune && { prune }),
          })
        }),
      ),
  )
}
