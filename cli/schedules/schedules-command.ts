import { newCommand, runs, type AddCommand } from '../command-runner.ts'
import { addSchedulesApply } from './apply-command.ts'
import { addSchedulesBackfill } from './backfill-command.ts'
import { idOf, scheduleId, type JsonOption } from './schedule-arguments.ts'
import { addSchedulesPause, addSchedulesResume } from './pause-commands.ts'

export const addSchedules: AddCommand = (parent, exit) => {
  const schedules = newCommand('schedules', 'see and steer what runs by itself, and when')
  addSchedulesList(schedules, exit)
  addSchedulesDescribe(schedules, exit)
  addSchedulesPause(schedules, exit)
  addSchedulesResume(schedules, exit)
  addSchedulesTrigger(schedules, exit)
  addSchedulesBackfill(schedules, exit)
  addSchedulesApply(schedules, exit)
  schedules.addHelpText(
    'after',
    `
Examples:
  weather247 schedules list
  weather247 schedules pause monitor-api-quota --note "quiet week"

docs/schedules.md shows each beside the command of Temporal's own CLI.`,
  )
  parent.addCommand(schedules)
}

const addSchedulesList: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('list', 'show every schedule: its state, its last and its next run')
      .option('--json', 'print a JSON array')
      .addHelpText('after', '\nExample:\n  weather247 schedules list --json')
      .action(
        runs<JsonOption>(exit, async (options) => {
          const { list } = await import('./show.ts')
          return list(options)
        }),
      ),
  )
}

const addSchedulesDescribe: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('describe', 'show one schedule in full, with its latest runs')
      .addArgument(scheduleId())
      .option('--json', 'print one JSON object')
      .addHelpText('after', '\nExample:\n  weather247 schedules describe refresh-all-cities')
      .action(
        runs<JsonOption>(exit, async (options, args) => {
          const { describe } = await import('./show.ts')
          return describe(idOf(args), options)
        }),
      ),
  )
}

const addSchedulesTrigger: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('trigger', 'run it now, once; skipped while a run of it is under way')
      .addArgument(scheduleId())
      .option('--json', 'print one JSON object')
      .addHelpText(
        'after',
        `
Works on a paused schedule as well, and leaves it paused.

Example:
  weather247 schedules trigger generate-weather-analytics`,
      )
      .action(
        runs<JsonOption>(exit, async (options, args) => {
          const { trigger } = await import('./start-runs.ts')
          return trigger(idOf(args), options)
        }),
      ),
  )
}
