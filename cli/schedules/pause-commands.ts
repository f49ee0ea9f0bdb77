import { printableText } from '../terminal/arguments.ts'
import { newCommand, runs, type AddCommand } from '../command-runner.ts'
import { idsOf, scheduleIdOrAll, type AllOption } from './schedule-arguments.ts'
import type { PauseOptions, ResumeOptions } from './pause.ts'

export const addSchedulesPause: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('pause', 'let no more runs start; what is under way goes on')
      .addArgument(scheduleIdOrAll())
      .option('--all', 'all five')
      .option('--note <text>', 'the reason; shown with the paused schedule', printableText)
      .option('--json', 'print a JSON array')
      .addHelpText(
        'after',
        `
A pause outlives restarts, \`schedules apply\`, and the loss of Temporal's own file.

Examples:
  weather247 schedules pause refresh-all-cities --note "upstream is down"
  weather247 schedules pause --all`,
      )
      .action(
        runs<PauseOptions & AllOption>(exit, async (options, args) => {
          const ids = idsOf(args, options)
          const { pause } = await import('./pause.ts')
          return pause(ids, options)
        }),
      ),
  )
}

export const addSchedulesResume: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('resume', 'let runs start again')
      .addArgument(scheduleIdOrAll())
      .option('--all', 'all five')
      .option('--json', 'print a JSON array')
      .addHelpText('after', '\nExample:\n  weather247 schedules resume refresh-all-cities')
      .action(
        runs<ResumeOptions & AllOption>(exit, async (options, args) => {
          const ids = idsOf(args, options)
          const { resume } = await import('./pause.ts')
          return resume(ids, options)
        }),
      ),
  )
}
