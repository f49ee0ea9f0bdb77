import { startApi } from '../api/main.ts'
import type { ExitCode } from './exit-codes.ts'
import type { PartOptions } from './part-option.ts'
import { providerLimits } from './provider-limits.ts'
import { openServerProcess, untilShutdown } from './server-process.ts'

export async function runApi(options: PartOptions): Promise<ExitCode> {
  const { config, log, shutdown, ready } = await openServerProcess('api', options)
  const api = await startApi(config, log, providerLimits(config.providers))
  shutdown.add('api', () => api.close())
  ready()
  return untilShutdown()
}
