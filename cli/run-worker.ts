import { startWorkers } from '../workers/main.ts'
import type { WorkerOptions } from './commands/worker.ts'
import type { ExitCode } from './exit-codes.ts'
import { openServerProcess, untilShutdown } from './server-process.ts'

/** What a drain may take before the process ends with work under way. */
const DRAIN_TIMEOUT_MS = 20_000

export async function runWorker(options: WorkerOptions): Promise<ExitCode> {
  const { config, log, shutdown, ready } = await openServerProcess('worker', options)
  const { concurrency = config.refresh.concurrency } = options
  const workers = await startWorkers(
    { ...config, refresh: { ...config.refresh, concurrency } },
    log,
  )
  shutdown.add('workers', () => workers.stop(), DRAIN_TIMEOUT_MS)
  ready()
  await workers.finished
  // They have stopped by order or by themselves; either way the process closes what is open.
  shutdown.exit()
  return untilShutdown()
}
