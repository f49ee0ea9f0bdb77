import { sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { NOW } from '../../test/support/api/test-api.ts'
import { storeManyCities } from '../../test/support/dashboard/many-cities.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { cityStates, pageOfStates, type CityStatesPage } from './city-states.ts'

const database = withTestDatabase()

beforeAll(async () => {
  await storeManyCities(database.db, 20_000)
  await database.db.execute(sql`analyze`)
})

async function planOf(page: Omit<CityStatesPage, 'limit' | 'now'>): Promise<string> {
  const query = pageOfStates(database.db, { limit: 100, now: NOW, ...page }, null)
  const rows = await database.db.execute<{ 'QUERY PLAN': string }>(sql`explain ${query.getSQL()}`)
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

const MIDDLE = { id: 20_010_000, value: 'Place 10000' }
const OLD = { id: 20_010_000, value: new Date(NOW.getTime() - 300_000).toISOString() }

it.each([
  ['cities_name', { sort: 'name' }],
  ['cities_name', { sort: 'name', after: MIDDLE }],
  ['refresh_states_age', { sort: 'age' }],
  ['refresh_states_age', { sort: 'age', after: OLD }],
  ['refresh_states_age', { sort: 'age', late: true }],
] as const)('reads along %s, and sorts nothing: %j', async (index, page) => {
  const plan = await planOf(page)
  expect(plan).toContain(`using ${index}`)
  expect(plan).not.toMatch(/Sort|Seq Scan/)
})

it.each(['very_stale', 'no_data'] as const)(
  'does not read all to find few: %s',
  async (freshness) => {
    const plan = await planOf({ freshness })
    expect(plan).toContain('refresh_states_age')
    expect(plan).not.toContain('Seq Scan')
    expect(await cityStates(database.db, { freshness, limit: 100, now: NOW })).toEqual([])
  },
)
