import { DRAIN } from '../workers/drain.ts'
import { startWorkers } from '../workers/main.ts'
import type { WorkerOptions } from './commands/worker.ts'
import type { ExitCode } from './exit-codes.ts'
import { openServerProcess, untilShutdown } from './server-process.ts'

export async function runWorker(options: WorkerOptions): Promise<ExitCode> {
  const { config, log, shutdown, ready } = await openServerProcess('worker', options)
  const { queues, concurrency } = options
  const workers = await startWorkers(config, log, {
    ...(queues && { queues }),
    ...(concurrency !== undefined && { concurrency }),
  })
  shutdown.add('workers', () => workers.stop(), DRAIN.mostMs)
  ready()
  await workers.finished
  // They have stopped by order; the process closes what is open.
  shutdown.exit()
  return untilShutdown()
}
