import { openDatabase } from '../../db/client.ts'
import { listCities } from '../../db/queries/cities.ts'
import { toConfig } from '../../platform/config.ts'
import { readEnv } from '../../platform/env.ts'
import { createHttpClient } from '../../providers/http.ts'
import { createProvider } from '../../providers/index.ts'
import { batched } from '../baselines/batched.ts'
import { plainLoop } from '../baselines/plain-loop.ts'
import type { BaselineOrder, BaselineReport } from '../baselines/order.ts'
import { PacedProvider } from '../baselines/paced-provider.ts'
import { serve } from './serve.ts'

const { database, providers } = toConfig(readEnv(), { mode: 'live' })
if (database.kind === 'embedded') throw new Error('a baseline works on a database that runs')
const client = openDatabase({ url: database.url.reveal(), poolSize: database.poolSize })
const http = createHttpClient({ userAgent: 'weather247-bench' })
const paced = providers.order.map((id) => {
  const { baseUrl } = providers.settings[id]
  return new PacedProvider(createProvider(id, { http, ...(baseUrl !== undefined && { baseUrl }) }))
})

const PROGRAMS = { plain: plainLoop, batched }

async function work({ program, cities: limit }: BaselineOrder): Promise<BaselineReport> {
  const cities = await listCities(client.db, { limit })
  const runId = `${program}-${Date.now()}`
  return PROGRAMS[program]({ db: client.db, providers: paced, runId }, cities)
}

serve(work, async () => {
  await http.close()
  await client.close()
})
