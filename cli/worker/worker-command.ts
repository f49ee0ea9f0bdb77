import { InvalidArgumentError } from 'commander'
import { TASK_QUEUE_NAMES, type TaskQueue } from '../../contracts/task-queues.ts'
import { DRAIN } from '../../workers/drain.ts'
import { wholeNumberAs } from '../terminal/arguments.ts'
import { newCommand, runs, type AddCommand } from '../command-runner.ts'
import { partOption } from '../server-process/part-option.ts'
import type { WorkerOptions } from './run-worker.ts'

export const addWorker: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('worker', 'run a worker of the set services, or one more of the running instance')
      .option(
        '--queues <names>',
        `work only on these, with commas between them: ${TASK_QUEUE_NAMES.join(', ')} (default: all)`,
        queuesOf,
      )
      .option(
        '--concurrency <n>',
        'activities at once on each of the queues, at most 4 where it is not weather_refresh ' +
          '(default: WEATHER247_REFRESH_CONCURRENCY there, 1 or 2 elsewhere)',
        wholeNumberAs('WEATHER247_REFRESH_CONCURRENCY'),
      )
      .addOption(partOption())
      .addHelpText(
        'after',
        `
A worker that breaks is started again, after delays that grow to 5 minutes, for as long as it
takes. On SIGTERM or Ctrl+C it takes no more work, gives what is under way ${DRAIN.graceMs / 1000} s to
finish, hands the rest to another worker, and ends within ${DRAIN.maxMs / 1000} s. It works for live data
only: a demo has all the workers it needs.

Examples:
  weather247 worker --queues weather_refresh --concurrency 4
  weather247 worker --queues maintenance,monitoring --concurrency 2`,
      )
      .action(
        runs<WorkerOptions>(exit, async (options) => {
          const { runWorker } = await import('./run-worker.ts')
          return runWorker(options)
        }),
      ),
  )
}

function queuesOf(text: string): readonly TaskQueue[] {
  const names = text.split(',').map((name) => name.trim())
  const known: readonly string[] = TASK_QUEUE_NAMES
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length === 0) return [...new Set(names as TaskQueue[])]
  const said = unknown.map((name) => `'${name}'`).join(', ')
  throw new InvalidArgumentError(
    `There is no queue ${said}; the queues are ${TASK_QUEUE_NAMES.join(', ')}.`,
  )
}
