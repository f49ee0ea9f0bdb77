import { saveLook } from '../../../db/queries/disagreements.ts'
import { valueFlags } from '../../../db/schema/index.ts'
import type { Database } from '../../../db/database.ts'
import type { CityId } from '../../../domain/city/city.ts'
import type { Opinion } from '../../../domain/weather/disagreement.ts'
import { CONDITIONS } from '../providers/fake-provider.ts'

const HOUR_MS = 3_600_000

/** A temperature that jumped an hour ago, of which another provider says something else. */
export async function storeDoubts(db: Database, cityId: CityId, now: Date): Promise<void> {
  const since = new Date(now.getTime() - HOUR_MS)
  await db.insert(valueFlags).values({
    cityId,
    provider: 'open-meteo',
    flag: 'jump',
    field: 'temperatureC',
    since,
    value: 31,
    before: 18,
    notedAt: since,
  })
  const opinion = (provider: Opinion['provider'], temperatureC: number): Opinion => ({
    ...CONDITIONS,
    provider,
    validAt: since,
    temperatureC,
  })
  await saveLook(db, {
    cityId,
    runId: 'stored-3',
    at: since,
    served: opinion('open-meteo', 31),
    provider: 'met-norway',
    other: opinion('met-norway', 18.5),
    kinds: ['temperature'],
  })
}
