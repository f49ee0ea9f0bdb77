import type { TaskQueue } from '../../contracts/task-queues.ts'
import { DRAIN } from '../../workers/drain.ts'
import { startWorkers } from '../../workers/main.ts'
import type { ExitCode } from '../exit-codes.ts'
import type { PartOptions } from '../server-process/part-option.ts'
import { openServerProcess, untilShutdown } from '../server-process/server-process.ts'

export interface WorkerOptions extends PartOptions {
  readonly queues?: readonly TaskQueue[]
  /** Activities, for each queue. */
  readonly concurrency?: number
}

export async function runWorker(options: WorkerOptions): Promise<ExitCode> {
  const { config, log, shutdown, ready } = await openServerProcess('worker', options)
  const { queues, concurrency } = options
  const workers = await startWorkers(config, log, {
    ...(queues && { queues }),
    ...(concurrency !== undefined && { concurrency }),
  })
  shutdown.add('workers', () => workers.stop(), DRAIN.maxMs)
  ready()
  await workers.finished
  // They have stopped by order; the process closes what is open.
  shutdown.exit()
  return untilShutdown()
}
