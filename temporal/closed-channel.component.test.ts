import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { connectTemporal } from './connect.ts'
import { GRPC_STATUS } from './grpc-status.ts'

/** Longer than the first delay of a retry, shorter than the sum of the first three. */
const AMID_RETRIES_MS = 250
const NOWHERE = { connection: { address: '127.0.0.1:1' }, namespace: 'default' }

describe('a connection that is closed while its server is away', () => {
  it('ends the calls that wait for their next attempt', async () => {
    const { client, connection, close } = connectTemporal(NOWHERE)
    const call = () => connection.workflowService.describeNamespace({ namespace: 'default' })
    const calls = [1, 2, 3].map(() => client.connection.withDeadline(Date.now() + 60_000, call))
    const ended = Promise.allSettled(calls)
    await sleep(AMID_RETRIES_MS)
    await close()
    for (const result of await ended) {
      expect(result).toMatchObject({ status: 'rejected', reason: { code: GRPC_STATUS.cancelled } })
    }
  })

  it('refuses a call that comes after it', async () => {
    const { connection, close } = connectTemporal(NOWHERE)
    await close()
    await expect(connection.workflowService.getSystemInfo({})).rejects.toMatchObject({
      code: GRPC_STATUS.cancelled,
    })
  })
})
