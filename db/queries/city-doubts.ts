import { eq } from 'drizzle-orm'
import type { CityId } from '../../domain/city/city.ts'
import { DAY_MS } from '../../domain/time/durations.ts'
import type { Queryable } from '../database.ts'
import { secondOpinions } from '../schema/index.ts'
import { listDisagreements, type StoredDisagreement } from './disagreements.ts'
import { flagsOfCity, type StoredFlag } from './value-flags.ts'

/** What speaks against the values of a city. */
export interface CityDoubts {
  readonly flags: readonly StoredFlag[]
  readonly disagreements: readonly StoredDisagreement[]
  readonly opinion: typeof secondOpinions.$inferSelect | null
}

const FLAGS_DAYS = 7
const MOST_FLAGS = 20
const MOST_DISAGREEMENTS = 5

export async function doubtsOf(db: Queryable, cityId: CityId, now: Date): Promise<CityDoubts> {
  const after = new Date(now.getTime() - FLAGS_DAYS * DAY_MS)
  const [flags, disagreements, [opinion]] = await Promise.all([
    flagsOfCity(db, cityId, { after, limit: MOST_FLAGS }),
    listDisagreements(db, { cityId, limit: MOST_DISAGREEMENTS }),
    db.select().from(secondOpinions).where(eq(secondOpinions.cityId, cityId)),
  ])
  return { flags, disagreements, opinion: opinion ?? null }
}
