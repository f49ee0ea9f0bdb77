import { Argument } from 'commander'
import { printableText } from '../terminal/arguments.ts'
import { newCommand, runs, type AddCommand } from '../command-runner.ts'
import type { TaskOptions } from './open-task.ts'

export const addTask: AddCommand = (parent, exit) => {
  const task = newCommand('task', 'see, wait for, or stop one run')
  addTaskShow(task, exit)
  addTaskWatch(task, exit)
  addTaskCancel(task, exit)
  task.addHelpText(
    'after',
    `
The id is what \`refresh\`, \`cleanup\`, \`schedules trigger\` and the API answer with; a bare workflow
id means its latest run.`,
  )
  parent.addCommand(task)
}

const taskId = (): Argument =>
  new Argument('<id>', 'the task, as it was given').argParser(printableText)

const idOf = ([id = '']: readonly string[]): string => id

const addTaskShow: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('show', 'show how it stands; exit code 0 whatever that is')
      .addArgument(taskId())
      .option('--json', 'print one JSON object')
      .addHelpText('after', '\nExample:\n  weather247 task show refresh-city/2643743')
      .action(
        runs<TaskOptions>(exit, async (options, args) => {
          const { show } = await import('./show.ts')
          return show(idOf(args), options)
        }),
      ),
  )
}

const addTaskWatch: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand(
      'watch',
      'show its progress, and end when it has ended; exit code as of its own command',
    )
      .addArgument(taskId())
      .option('--json', 'print one JSON object at the end, without progress')
      .addHelpText(
        'after',
        '\nCtrl+C ends the watching, not the task.\n\nExample:\n  weather247 task watch refresh-city/2643743',
      )
      .action(
        runs<TaskOptions>(exit, async (options, args) => {
          const { watch } = await import('./watch.ts')
          return watch(idOf(args), options)
        }),
      ),
  )
}

const addTaskCancel: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('cancel', 'request its cancellation; what it has stored stays')
      .addArgument(taskId())
      .option('--json', 'print one JSON object')
      .addHelpText(
        'after',
        '\nExit code 1 when it has ended already.\n\nExample:\n  weather247 task cancel refresh-city/1850147',
      )
      .action(
        runs<TaskOptions>(exit, async (options, args) => {
          const { cancel } = await import('./cancel.ts')
          return cancel(idOf(args), options)
        }),
      ),
  )
}
