import { beforeEach, expect, it, vi } from 'vitest'
import { explain } from '../../cli/explain/explain.ts'
import { showDisagreements } from '../../cli/disagreements/show-disagreements.ts'
import { saveLook } from '../../db/queries/disagreements.ts'
import { markServed } from '../../db/queries/value-flags.ts'
import { conditions, disagreements, latestConditions, valueFlags } from '../../db/schema/index.ts'
import type { DisagreementKind, Opinion } from '../../domain/weather/disagreement.ts'
import { NOW } from '../../test/support/api/test-api.ts'
import { KNOWN_CITIES, LONDON, REYKJAVIK } from '../../test/support/data/known-cities.ts'
import { hideTestSettings } from '../../test/support/data/no-test-settings.ts'
import { storeConditions } from '../../test/support/data/stored-conditions.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { CONDITIONS } from '../../test/support/providers/fake-provider.ts'

const database = withTestDatabase({ cities: KNOWN_CITIES })
const api = withTestApi({ database })

beforeEach(async () => {
  for (const table of [disagreements, valueFlags, conditions, latestConditions]) {
    await database.db.delete(table)
  }
})

const opinion = (provider: Opinion['provider'], temperatureC: number): Opinion => ({
  ...CONDITIONS,
  provider,
  validAt: NOW,
  temperatureC,
})

const look = (cityId: number, kinds: readonly DisagreementKind[], at = NOW) =>
  saveLook(database.db, {
    cityId,
    runId: 'run-1',
    at,
    served: opinion('open-meteo', 8.4),
    provider: 'met-norway',
    other: opinion('met-norway', 19),
    kinds,
  })

const list = async (query: string) =>
  (await api.app.inject(`/api/weather/disagreements${query}`)).json<{
    disagreements: { id: number; city: string; ended_at: string | null }[]
    next_cursor: number | null
  }>()

it('E47: disagreements are listed page by page with both raw values, by city, provider and status', async () => {
  await look(LONDON.id, ['temperature'])
  await look(LONDON.id, [], new Date(NOW.getTime() + 3_600_000))
  await look(LONDON.id, ['temperature'])
  await look(REYKJAVIK.id, ['temperature', 'rain'])
  const first = await list('?limit=2')
  expect(first.disagreements).toHaveLength(2)
  expect(first.disagreements[0]).toMatchObject({
    city: 'Reykjavík',
    kinds: ['temperature', 'rain'],
    served: { provider: 'open-meteo', temperature: 8.4, valid_at: NOW.toISOString() },
    other: { provider: 'met-norway', temperature: 19, basis: 'analysis' },
    ended_at: null,
    times: 1,
  })
  const rest = await list(`?limit=2&cursor=${first.next_cursor}`)
  expect(rest).toMatchObject({ disagreements: [{ city: 'London' }], next_cursor: null })
  expect(rest.disagreements[0]?.ended_at).not.toBeNull()
  expect((await list('?status=open')).disagreements).toHaveLength(2)
  expect((await list(`?status=ended&city_id=${LONDON.id}`)).disagreements).toHaveLength(1)
  expect((await list('?provider=met-norway')).disagreements).toHaveLength(3)
  expect((await list('?provider=nws')).disagreements).toEqual([])
  expect((await api.app.inject('/api/weather/disagreements?limit=0')).statusCode).toBe(400)
})

it('what speaks against a value stands beside it, and changes its tag', async () => {
  await storeConditions(database.db, LONDON.id, NOW)
  const current = () => api.app.inject(`/api/weather/current/${LONDON.id}`)
  const before = await current()
  expect(before.json()).toMatchObject({ flags: [] })
  await look(LONDON.id, ['temperature'])
  await database.db.insert(valueFlags).values({
    cityId: LONDON.id,
    provider: 'open-meteo',
    flag: 'jump',
    field: 'temperatureC',
    since: NOW,
    value: 8.4,
    before: 22,
    notedAt: NOW,
  })
  expect(await markServed(database.db, [LONDON.id])).toEqual([LONDON.id])
  // The entry of the cache is trusted no more.
  api.clock.now = new Date(NOW.getTime() + 901_000)
  const after = await current()
  expect(after.json()).toMatchObject({
    flags: ['disagreement', 'jump'],
    conditions: { temperature: 8.4 },
  })
  expect(after.headers['etag']).not.toBe(before.headers['etag'])
  const explained = await api.app.inject(`/api/weather/cities/${LONDON.id}/explain`)
  expect(explained.json()).toMatchObject({
    doubts: {
      flags: [
        { provider: 'open-meteo', flag: 'jump', field: 'temperature', value: 8.4, before: 22 },
      ],
      disagreements: [{ kinds: ['temperature'], served: { temperature: 8.4 } }],
      second_opinion: { provider: 'met-norway', agrees: false },
    },
  })
})

it('both are said on the command line', async () => {
  await look(LONDON.id, ['temperature'])
  hideTestSettings()
  vi.stubEnv('DATABASE_URL', database.url)
  const out = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  await showDisagreements({ limit: 10, city: 'London, GB' })
  await showDisagreements({ limit: 10, provider: 'nws' })
  await showDisagreements({ limit: 10, open: true, json: true })
  await explain('London, GB', {})
  const text = out.mock.calls.join('\n')
  expect(text).toContain('open-meteo 8.4 °C')
  expect(text).toContain('met-norway 19 °C')
  expect(text).toContain('No disagreement')
  expect(text).toContain('disagreement: open-meteo and met-norway on temperature since')
  expect(JSON.parse(String(out.mock.calls[2]?.[0]))).toMatchObject([{ cityId: LONDON.id }])
})
