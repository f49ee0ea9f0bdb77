import type { StoredOutcomesOf } from '../../contracts/refresh-progress.ts'
import type { Database } from '../../db/database.ts'
import type { WeatherClient } from '../../temporal/client.ts'
import type { TemporalTarget } from '../../temporal/connect.ts'
import { cannotRun } from '../errors/command-error.ts'

/** A command runs one query at a time. */
const POOL_SIZE = 2

export async function withDatabaseAt<T>(
  url: string,
  work: (db: Database) => Promise<T>,
  closeWithinSeconds?: number,
): Promise<T> {
  const { openDatabase } = await import('../../db/client.ts')
  const client = openDatabase({ url, poolSize: POOL_SIZE, applicationName: 'weather247 cli' })
  try {
    return await work(client.db)
  } finally {
    await client.close(closeWithinSeconds)
  }
}

/**
 * With a database's URL, the progress of a refresh counts each city as soon as it has ended.
 * @throws CommandError when the server does not answer.
 */
export async function withTemporal<T>(
  target: TemporalTarget,
  work: (client: WeatherClient) => Promise<T>,
  databaseUrl?: string,
): Promise<T> {
  const [{ connectTemporal }, { createWeatherClient }, { isTemporalUnavailable }] =
    await Promise.all([
      import('../../temporal/connect.ts'),
      import('../../temporal/client.ts'),
      import('../../temporal/unavailable.ts'),
    ])
  const connection = connectTemporal(target)
  try {
    return await withOutcomes(databaseUrl, (storedOutcomesOf) =>
      work(createWeatherClient(connection, storedOutcomesOf, () => new Date())),
    )
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

async function withOutcomes<T>(
  databaseUrl: string | undefined,
  work: (storedOutcomesOf: StoredOutcomesOf) => Promise<T>,
): Promise<T> {
  if (databaseUrl === undefined) {
    const { noStoredOutcomes } = await import('../../contracts/refresh-progress.ts')
    return work(noStoredOutcomes)
  }
  const { createStoredOutcomes } = await import('../../db/cached-outcome-counts.ts')
  return withDatabaseAt(databaseUrl, (db) => work(createStoredOutcomes(db)))
}
