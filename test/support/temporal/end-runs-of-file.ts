import { afterAll } from 'vitest'
import { connectTemporal } from '../../../temporal/connect.ts'
import { endRuns } from './end-runs.ts'
import { claimedTemporalAddress, releaseTemporalServer } from './temporal-address.ts'

// Files share a server: a run that a failed test left would go to the next file's workers.
afterAll(async () => {
  const address = claimedTemporalAddress()
  if (address === undefined) return
  const temporal = connectTemporal({ connection: { address }, namespace: 'default' })
  try {
    await endRuns(temporal.client)
  } finally {
    await temporal.close()
    releaseTemporalServer()
  }
})
