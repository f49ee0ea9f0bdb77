import type { Client } from '@temporalio/client'
import type { Database } from '../db/client.ts'
import type { TemporalConfig } from '../platform/config.ts'
import type { TemporalTarget } from '../temporal/connect.ts'
import { cannotRun } from './command-failure.ts'

/** A command asks one thing at a time. */
const POOL_SIZE = 2

export async function withDatabaseAt<T>(
  url: string,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const { openDatabase } = await import('../db/client.ts')
  const client = openDatabase({ url, poolSize: POOL_SIZE, applicationName: 'weather247 cli' })
  try {
    return await work(client.db)
  } finally {
    await client.close()
  }
}

/** @throws CommandFailure when the server does not answer. */
export async function withTemporal<T>(
  target: TemporalTarget,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const [{ connectTemporal }, { isTemporalUnavailable }] = await Promise.all([
    import('../temporal/connect.ts'),
    import('../temporal/unavailable.ts'),
  ])
  const connection = connectTemporal(target)
  try {
    return await work(connection.client)
  } catch (error) {
    if (!isTemporalUnavailable(error)) throw error
    throw cannotRun(
      `no answer from Temporal at ${target.connection.address ?? 'its address'}`,
      'start the instance with `weather247 up`, or set TEMPORAL_ADDRESS to a server that runs',
      error,
    )
  } finally {
    await connection.close()
  }
}

/** A server of our own is on this machine, on the port of its setting or the one it was given. */
export function temporalTargetOf(temporal: TemporalConfig, port?: number): TemporalTarget {
  const { namespace } = temporal
  if (temporal.kind === 'embedded')
    return { connection: { address: `127.0.0.1:${port ?? temporal.port}` }, namespace }
  return { connection: temporal.connection.reveal(), namespace }
}
