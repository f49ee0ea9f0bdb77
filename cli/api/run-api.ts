import { startApi } from '../../api/main.ts'
import { bindAddress } from '../../platform/config/bind-address.ts'
import type { Config } from '../../platform/config/config.ts'
import { assertPortFree } from '../../platform/processes/index.ts'
import { orCannotRun } from '../errors/command-error.ts'
import type { ExitCode } from '../exit-codes.ts'
import type { PartOptions } from '../server-process/part-option.ts'
import { createProviderTester } from '../../providers/provider-tester.ts'
import { openProviderHttp, openProviders } from '../../workers/open-providers.ts'
import { readPlanOf } from '../plan/read-plan.ts'
import { openServerProcess, untilShutdown } from '../server-process/server-process.ts'

export async function runApi(options: PartOptions): Promise<ExitCode> {
  const { config, log, shutdown, ready } = await openServerProcess('api', options)
  await assertApiAddress(config.api)
  const http = openProviderHttp(config.providers)
  shutdown.add('requests to providers', () => http.close())
  const api = await startApi(config, log, (db) => {
    const { adapters, directory } = openProviders(config.providers, { db, http })
    const now = () => new Date()
    return {
      pricing: async () => {
        await directory.refresh()
        return adapters
      },
      test: createProviderTester({ adapters, db, now, log }),
      readPlan: (at) => readPlanOf(db, config, at),
    }
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
