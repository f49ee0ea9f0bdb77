import { newCommand, runs, type AddCommand } from '../command-runner.ts'
import { idOf, moment, scheduleId } from './schedule-arguments.ts'
import type { BackfillOptions } from './start-runs.ts'

export const addSchedulesBackfill: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('backfill', 'run what should have run in a range of time')
      .addArgument(scheduleId())
      .requiredOption('--from <moment>', 'the first tick is then or later', moment)
      .requiredOption('--to <moment>', 'the last tick is then or earlier', moment)
      .option('--json', 'print one JSON object')
      .addHelpText(
        'after',
        `
The runs go one after the other, each under the id of the tick it is for; at most 100 at a time.
They work on what is there now: weather of the past is not asked for again.

Example:
  weather247 schedules backfill cleanup-old-weather-data --from 2026-11-01T00:00:00Z --to 2026-11-03T00:00:00Z`,
      )
      .action(
        runs<BackfillOptions>(exit, async (options, args) => {
          const { backfill } = await import('./start-runs.ts')
          return backfill(idOf(args), options)
        }),
      ),
  )
}
