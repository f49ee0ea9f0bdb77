import { sql } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { someCities } from '../../test/support/data/some-cities.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import type { Attempt } from '../../domain/provider/attempt.ts'
import { incidentCities } from '../schema/index.ts'
import {
  citiesOfIncident,
  countIncidents,
  incidentById,
  listIncidents,
  spentOn,
} from './incidents.ts'
import { tendIncidents } from './close-incidents.ts'
import { closeIncident } from './close-incidents.ts'
import { recordRequest } from './provider-usage.ts'
import { endAskingAgain, saveRefreshes, trySaving } from './save-refreshes.ts'

const CITIES = 40
const database = withTestDatabase({ cities: someCities(CITIES) })

beforeEach(async () => {
  await database.db.execute(sql`truncate incidents, incident_cities restart identity`)
})

const START = Date.parse('2026-11-22T10:00:00Z')
const minute = (minutes: number): Date => new Date(START + minutes * 60_000)

type Outcome = Attempt['outcome']

const tried = (provider: Attempt['provider'], outcome: Outcome): Attempt => ({
  provider,
  outcome,
  products: ['conditions'],
  ...(outcome !== 'ok' && { message: `${provider} ${outcome}` }),
})

/** A tick of all cities, in pages of ten, as two writers would store them. */
async function tick(
  minutes: number,
  openMeteo: Outcome,
  { metNorway = 'ok', cities = CITIES, asksAgain = false }: Tick = {},
): Promise<void> {
  const refreshes = someCities(cities).map(({ id }, index) => {
    const isServed = openMeteo === 'ok' || metNorway === 'ok'
    const attempts = [tried('open-meteo', openMeteo)]
    if (openMeteo !== 'ok') attempts.push(tried('met-norway', metNorway))
    return {
      cityId: id,
      outcome: isServed ? ('ok' as const) : ('failed' as const),
      provider:
        openMeteo === 'ok' ? ('open-meteo' as const) : isServed ? ('met-norway' as const) : null,
      reading: {},
      unchanged: [],
      memories: {},
      attempts,
      asksAgain,
      runId: `run at ${minutes}`,
      at: new Date(Number(minute(minutes)) + index),
    }
  })
  const pages = [0, 1, 2, 3].map((page) => refreshes.filter((_, index) => index % 4 === page))
  await Promise.all(pages.map((page) => saveRefreshes(database.db, page)))
  await tendIncidents(database.db, new Date(Number(minute(minutes)) + 1_000))
}

interface Tick {
  readonly metNorway?: Outcome
  readonly cities?: number
  readonly asksAgain?: boolean
}

const all = () => listIncidents(database.db, { limit: 50 })

it('D6: 20 minutes of 503 are one incident, with start, end, cities, fallback and runs', async () => {
  await tick(0, 'ok')
  expect(await all()).toEqual([])
  await tick(15, 'unavailable')
  await tick(30, 'circuit-open')
  expect(await all()).toMatchObject([{ status: 'open', recoveredAt: null }])
  for (const minutes of [45, 60, 75]) await tick(minutes, 'ok')
  const [incident, ...others] = await all()
  expect(others).toEqual([])
  expect(incident).toMatchObject({
    provider: 'open-meteo',
    cause: 'unreachable',
    status: 'closed',
    severity: 'major',
    endpoints: ['conditions'],
    startedAt: minute(15),
    ended: 'served-again',
    reopened: 0,
    cities: CITIES,
    unserved: 0,
    kinds: { unavailable: CITIES, 'circuit-open': CITIES },
    servedBy: { 'met-norway': 2 * CITIES },
    runIds: ['run at 15', 'run at 30'],
    message: 'open-meteo unavailable',
  })
  expect(incident?.endedAt?.getTime()).toBeGreaterThanOrEqual(Number(minute(45)))
  expect(incident?.endedAt?.getTime()).toBeLessThan(Number(minute(46)))
  const sample = await citiesOfIncident(database.db, 1, 3)
  expect(sample).toMatchObject([
    { cityId: 40, servedBy: 'met-norway', wasUnserved: false },
    { cityId: 39 },
    { cityId: 38 },
  ])
})

it('flapping is one incident, which says how often', async () => {
  for (const minutes of [0, 30, 60, 90]) {
    await tick(minutes, 'timeout')
    await tick(minutes + 15, 'ok')
  }
  expect(await all()).toMatchObject([{ status: 'recovering', reopened: 3, startedAt: minute(0) }])
})

it('what comes back after the quiet time is another incident', async () => {
  await tick(0, 'timeout')
  for (const minutes of [15, 30, 45]) await tick(minutes, 'ok')
  await tick(60, 'timeout')
  expect((await all()).map(({ status }) => status)).toEqual(['open', 'closed'])
})

it('becomes critical where no one serves', async () => {
  await tick(0, 'timeout', { cities: 2 })
  expect(await all()).toMatchObject([{ severity: 'minor', escalatedAt: null }])
  await tick(15, 'timeout', { metNorway: 'unavailable' })
  const met = (await all()).find(({ provider }) => provider === 'met-norway')
  expect(met).toMatchObject({ severity: 'critical', unserved: CITIES })
  const openMeteo = (await all()).find(({ provider }) => provider === 'open-meteo')
  expect(openMeteo).toMatchObject({ severity: 'critical', cities: CITIES, unserved: CITIES })
  expect(openMeteo?.escalatedAt).not.toBeNull()
})

it('says what was sent in vain', async () => {
  const record = { provider: 'open-meteo' as const, places: 10, weight: 1.5 }
  await recordRequest(database.db, { ...record, outcome: 'unavailable', at: minute(-61) })
  await recordRequest(database.db, { ...record, outcome: 'unavailable', at: minute(1) })
  await recordRequest(database.db, { ...record, outcome: 'ok', at: minute(2) })
  await tick(5, 'unavailable')
  const incident = await incidentById(database.db, 1)
  expect(incident && (await spentOn(database.db, incident))).toEqual({ requests: 1, weight: 1.5 })
})

it('is not begun by what a run asks for again, only by what it leaves so', async () => {
  await tick(0, 'timeout', { metNorway: 'timeout', asksAgain: true })
  expect(await all()).toEqual([])
  await endAskingAgain(database.db, 'run at 0')
  expect(await all()).toHaveLength(2)
})

it('is found by city, provider, status and time', async () => {
  await tick(0, 'timeout', { cities: 2 })
  for (const minutes of [15, 30, 45]) await tick(minutes, 'ok')
  const found = (filter: Parameters<typeof countIncidents>[1]) =>
    countIncidents(database.db, filter)
  expect(await found({ cityId: 2 })).toBe(1)
  expect(await found({ cityId: 3 })).toBe(0)
  expect(await found({ provider: 'nws' })).toBe(0)
  expect(await found({ status: 'closed' })).toBe(1)
  expect(await found({ since: minute(15) })).toBe(1)
  expect(await found({ since: minute(16) })).toBe(0)
})

it('is ended by a person once', async () => {
  await tick(0, 'timeout')
  const by = { id: 1, by: 'ops', at: minute(5) }
  expect(await closeIncident(database.db, by)).toMatchObject({
    status: 'closed',
    ended: 'person',
    endedBy: 'ops',
    endedAt: minute(5),
  })
  expect(await closeIncident(database.db, by)).toBeUndefined()
})

it('is not begun by a write that is only tried', async () => {
  const attempts = [tried('open-meteo', 'timeout')]
  const refresh = {
    cityId: 1,
    outcome: 'failed' as const,
    provider: null,
    reading: {},
    unchanged: [],
  }
  const more = { memories: {}, attempts, runId: 'run', at: minute(0) }
  expect(await trySaving(database.db, { ...refresh, ...more })).toBeUndefined()
  expect(await all()).toEqual([])
  expect(await database.db.$count(incidentCities)).toBe(0)
})
