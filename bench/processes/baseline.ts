import { openDatabase } from '../../db/client.ts'
import { listCities } from '../../db/queries/cities.ts'
import { toConnectedConfig } from '../../platform/config/connected-config.ts'
import { readEnv } from '../../platform/config/env.ts'
import { databaseTargetOf } from '../../platform/connection-targets.ts'
import { createHttpClient } from '../../providers/http-client.ts'
import { createProvider } from '../../providers/index.ts'
import { batched } from '../baselines/batched.ts'
import { ledgerOnly } from '../baselines/ledger-only.ts'
import { plainLoop } from '../baselines/plain-loop.ts'
import type { BaselineOrder, BaselineReport } from '../baselines/order.ts'
import { PacedProvider } from '../baselines/paced-provider.ts'
import { serve } from './serve.ts'

const { database, providers } = toConnectedConfig(readEnv())
const client = openDatabase(databaseTargetOf(database, 'weather247-bench'))
const http = createHttpClient({ userAgent: 'weather247-bench' })
const paced = providers.order.map((id) => {
  const { baseUrl } = providers.settings[id]
  return new PacedProvider(createProvider(id, { http, ...(baseUrl !== undefined && { baseUrl }) }))
})

const PROGRAMS = { plain: plainLoop, batched, ledger: ledgerOnly }

async function work({ program, cities: limit }: BaselineOrder): Promise<BaselineReport> {
  const cities = await listCities(client.db, { limit })
  const runId = `${program}-${Date.now()}`
  return PROGRAMS[program]({ db: client.db, providers: paced, runId }, cities)
}

serve(work, async () => {
  await http.close()
  await client.close()
})
