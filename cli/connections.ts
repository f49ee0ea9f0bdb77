import type { Client } from '@temporalio/client'
import type { Database } from '../db/client.ts'
import type { TemporalConfig } from '../platform/config.ts'
import type { TemporalTarget } from '../temporal/connect.ts'

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

export async function withTemporal<T>(
  target: TemporalTarget,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const { connectTemporal } = await import('../temporal/connect.ts')
  const connection = connectTemporal(target)
  try {
    return await work(connection.client)
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
