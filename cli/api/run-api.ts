import { startApi } from '../../api/main.ts'
import { bindAddress } from '../../platform/config/bind-address.ts'
import type { Config } from '../../platform/config/config.ts'
import { assertPortFree } from '../../platform/processes/index.ts'
import { orCannotRun } from '../errors/command-error.ts'
import type { ExitCode } from '../exit-codes.ts'
import type { PartOptions } from '../server-process/part-option.ts'
import { providerLimits, providerToRead } from '../config/provider-limits.ts'
import { openServerProcess, untilShutdown } from '../server-process/server-process.ts'

export async function runApi(options: PartOptions): Promise<ExitCode> {
  const { config, log, shutdown, ready } = await openServerProcess('api', options)
  await assertApiAddress(config.api)
  const api = await startApi(config, log, {
    quotaLimits: providerLimits(config.providers),
    pricing: config.providers.order.map(providerToRead),
  })
  shutdown.add('api', () => api.close())
  ready()
  return untilShutdown()
}

/** The messages of `up` for an address that others can reach, and for a port that is taken. */
async function assertApiAddress(api: Config['api']): Promise<void> {
  // Whether there are tokens is looked up when the database is open.
  const host = await bindAddress(api, () => 'unknown')
  if (api.port !== 0) await orCannotRun(assertPortFree({ host, port: api.port, setting: 'PORT' }))
}
