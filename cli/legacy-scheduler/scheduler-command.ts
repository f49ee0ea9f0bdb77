import { wholeNumberAs, wholeNumberFrom } from '../terminal/arguments.ts'
import { newCommand, runs, type AddCommand } from '../command-runner.ts'
import type { SchedulerOptions } from './run-scheduler.ts'

const DAY_MINUTES = 1440
/** Beyond a year it is a slip of the pen; all but a day is refused with the way to get it. */
const MAX_CLEANUP_MINUTES = 365 * DAY_MINUTES

export const addScheduler: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('scheduler', 'refresh once; with --daemon, run the schedules and their work')
      .option(
        '--refresh-interval <minutes>',
        'with --daemon: how often, until the next `schedules apply` or `up` ' +
          '(default: WEATHER247_REFRESH_INTERVAL_MINUTES)',
        wholeNumberAs('WEATHER247_REFRESH_INTERVAL_MINUTES'),
      )
      .option(
        '--cleanup-interval <minutes>',
        'only a day is possible: it is bound to 02:00 of the cleanup zone',
        wholeNumberFrom(1, MAX_CLEANUP_MINUTES),
        DAY_MINUTES,
      )
      .option('--daemon', 'stay in the foreground until Ctrl+C')
      .addHelpText(
        'after',
        `
Without --daemon it is \`weather247 refresh --wait\`. With it, it is \`weather247 schedules apply\`,
with the interval given here, and then \`weather247 worker\`: Temporal keeps the time, so nothing
drifts, no tick is lost while this process is away, and several of them do no work twice. The
interval stays on the server when this process has ended, until the next \`schedules apply\` or \`up\`.
Beside a demo it does not work: the daemon is for live data.

Examples:
  weather247 scheduler
  weather247 scheduler --daemon --refresh-interval 30`,
      )
      .action(
        runs<SchedulerOptions>(exit, async (options) => {
          const { runScheduler } = await import('./run-scheduler.ts')
          return runScheduler(options)
        }),
      ),
  )
}
