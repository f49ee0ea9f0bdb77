import { CLEANUP_BATCH_SIZE } from '../../contracts/schedules.ts'
import { wholeNumberAs, wholeNumberFrom } from '../terminal/arguments.ts'
import { newCommand, runs, type AddCommand } from '../command-runner.ts'
import type { CleanupOptions } from './cleanup.ts'

/** More in one statement would hold up those who read. */
const MAX_BATCH_SIZE = 10_000

export const addCleanup: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('cleanup', 'delete old weather data now, on any day and however often')
      .option(
        '--days <number>',
        'keep conditions and air quality for this many days (default: WEATHER247_KEEP_DAYS)',
        wholeNumberAs('WEATHER247_KEEP_DAYS'),
      )
      .option(
        '--forecast-days <number>',
        'keep forecast days that have passed for this many days (default: WEATHER247_KEEP_FORECAST_DAYS)',
        wholeNumberAs('WEATHER247_KEEP_FORECAST_DAYS'),
      )
      .option('--dry-run', 'only count what would be deleted')
      .option(
        '--batch-size <rows>',
        `rows per statement, at most ${MAX_BATCH_SIZE}`,
        wholeNumberFrom(1, MAX_BATCH_SIZE),
        CLEANUP_BATCH_SIZE,
      )
      .option('--no-wait', 'start the cleanup, and do not wait for its end')
      .option('--json', 'print one JSON object, without progress')
      .addHelpText(
        'after',
        `
Examples:
  weather247 cleanup --dry-run
  weather247 cleanup --days 14 --forecast-days 2`,
      )
      .action(
        runs<CleanupOptions>(exit, async (options) => {
          const { cleanup } = await import('./cleanup.ts')
          return cleanup(options)
        }),
      ),
  )
}
