import { wholeNumberFrom } from '../arguments.ts'
import { newCommand, runs, type AddCommand } from '../command-runner.ts'
import { partOption, type PartOptions } from '../part-option.ts'

export interface WorkerOptions extends PartOptions {
  /** Activities. */
  readonly concurrency?: number
}

export const addWorker: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('worker', 'run a worker of the set services, or one more of the running instance')
      .option(
        '--concurrency <n>',
        'refresh activities at once (default: WEATHER247_REFRESH_CONCURRENCY)',
        wholeNumberFrom(1),
      )
      .addOption(partOption())
      .action(
        runs<WorkerOptions>(exit, async (options) => {
          const { runWorker } = await import('../run-worker.ts')
          return runWorker(options)
        }),
      ),
  )
}
