import { and, eq, lt } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { conditionHours, conditions, rollupProgress } from '../../db/schema/index.ts'
import { NOW } from '../../test/support/api/test-api.ts'
import { hourly, storeMeasured } from '../../test/support/data/analytics-data.ts'
import { KNOWN_CITIES, LONDON } from '../../test/support/data/known-cities.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { analyticsSteps } from '../../test/support/jobs/analytics-run.ts'

const PUNE = { ...LONDON, id: 11, name: '=Pune, "IN"', countryCode: 'IN', timeZone: 'Asia/Kolkata' }

const database = withTestDatabase({ cities: [...KNOWN_CITIES, PUNE] })
const api = withTestApi({ database })
const demo = withTestApi({ database, settings: { mode: 'demo' } })
const shortRollups = withTestApi({
  database,
  settings: { keepDays: { readings: 20, forecasts: 7, rollups: 10, summaries: 90, usage: 90 } },
})

beforeEach(async () => {
  for (const table of [conditions, conditionHours, rollupProgress]) await database.db.delete(table)
})

interface Sums {
  readonly date: string
  readonly starts_at: string
  readonly samples: number
  readonly providers: string[] | null
}

interface Page {
  readonly daily: readonly Sums[]
  readonly hourly: readonly Sums[]
  readonly readings: readonly { valid_at: string; provider: string }[]
  readonly kept: { readonly note: string | null }
  readonly next_cursor: string | null
}

const ask = (path: string, headers: Record<string, string> = {}, of = api) =>
  of.app.inject({ url: `/api/weather/historical${path}`, headers })

async function page(path: string): Promise<Page> {
  const answer = await ask(path)
  expect([path, answer.statusCode]).toEqual([path, 200])
  return answer.json<Page>()
}

test('S29: historical days are the city’s own, also those of 23 and 25 hours', async () => {
  await storeMeasured(database.db, [
    ...hourly(LONDON.id, '2026-03-29T00:00:00Z', 24),
    ...hourly(LONDON.id, '2026-10-24T23:00:00Z', 25),
  ])
  const answer = await ask('?city=London&country=GB&days=300')
  expect(answer.statusCode).toBe(200)
  const sums = { min: 0, mean: 12, max: 24, samples: 25 }
  expect(answer.json()).toMatchObject({
    city: { id: LONDON.id, timezone: 'Europe/London', is_active: true },
    interval: 'day',
    days: 300,
    from: '2026-01-27T00:00:00.000Z',
    to: '2026-11-22T10:30:00.000Z',
    units: { temperature: '°C', humidity: '%' },
    daily: [
      { date: '2026-03-29', hours: 23, samples: 23, ends_at: '2026-03-29T23:00:00.000Z' },
      { date: '2026-03-30', hours: 24, samples: 1 },
      {
        date: '2026-10-25',
        starts_at: '2026-10-24T23:00:00.000Z',
        ends_at: '2026-10-26T00:00:00.000Z',
        hours: 25,
        samples: 25,
        temperature: sums,
        humidity: { mean: null, samples: 0 },
        providers: ['open-meteo'],
      },
    ],
    sources: [
      { provider: 'open-meteo', name: 'Open-Meteo', attribution: { licence: 'CC BY 4.0' } },
    ],
    kept: { reading_days: 30, rollup_days: 90, note: expect.stringContaining('90 days') },
    next_cursor: null,
  })
})

test.each([
  [
    'day',
    '2026-11-12T10:30:00.000Z',
    '10 days, older ones are deleted; interval=raw goes back 20 days.',
  ],
  ['raw', '2026-11-02T10:30:00.000Z', '20 days, older ones are deleted.'],
])('S29: historical by %s says since when it is kept', async (interval, since, end) => {
  const answer = await ask(`/${LONDON.id}?days=30&interval=${interval}`, {}, shortRollups)
  const note: unknown = expect.stringContaining(end)
  expect(answer.json()).toMatchObject({ kept: { since, note } })
})

test('hours begin where the city’s clock strikes, and show it with its offset', async () => {
  await storeMeasured(database.db, [
    { cityId: PUNE.id, at: '2026-11-22T08:29:00Z', temperatureC: 20, humidityPct: 50 },
    { cityId: PUNE.id, at: '2026-11-22T08:30:00Z', temperatureC: 21, provider: 'met-norway' },
    { cityId: PUNE.id, at: '2026-11-22T09:15:00Z', temperatureC: 24 },
  ])
  const { hourly: hours } = await page(`/${PUNE.id}?interval=hour&days=1`)
  expect(hours).toMatchObject([
    { starts_at: '2026-11-22T07:30:00.000Z', humidity: { mean: 50, samples: 1 }, samples: 1 },
    {
      starts_at: '2026-11-22T08:30:00.000Z',
      local_time: '2026-11-22T14:00:00+05:30',
      temperature: { min: 21, mean: 22.5, max: 24, samples: 2 },
      providers: ['met-norway', 'open-meteo'],
    },
  ])
})

test('what is rolled up and what is not yet add up once; whose deleted readings were is not known', async () => {
  await storeMeasured(database.db, hourly(LONDON.id, '2026-11-20T00:00:00Z', 48))
  await analyticsSteps(database.db).rollUp({ at: '2026-11-21T12:00:00Z' })
  const rolledUp = await page(`/${LONDON.id}?days=3`)
  const noon = new Date('2026-11-20T12:00:00Z')
  await database.db
    .delete(conditions)
    .where(and(eq(conditions.cityId, LONDON.id), lt(conditions.validAt, noon)))
  await storeMeasured(database.db, hourly(LONDON.id, '2026-11-22T00:00:00Z', 10))
  const { daily, kept } = await page(`/${LONDON.id}?days=3`)
  expect(rolledUp.daily).toEqual(daily.slice(0, 2))
  expect(daily.map(({ date, samples }) => [date, samples])).toEqual([
    ['2026-11-20', 24],
    ['2026-11-21', 24],
    ['2026-11-22', 10],
  ])
  expect(kept.note).toBeNull()
  const { hourly: hours } = await page(`/${LONDON.id}?days=3&interval=hour`)
  expect(hours).toHaveLength(58)
  expect(hours.filter(({ providers }) => providers === null)).toHaveLength(12)
})

async function walk(path: string, between: () => Promise<void> = async () => {}) {
  const pages: Page[] = []
  for (
    let cursor: string | null = '';
    cursor !== null;
    cursor = pages.at(-1)?.next_cursor ?? null
  ) {
    pages.push(await page(cursor === '' ? path : `${path}&cursor=${cursor}`))
    if (cursor === '') await between()
  }
  return pages
}

test('pages neither repeat nor lose a reading while others are stored', async () => {
  const at = '2026-11-22T08:00:00Z'
  await storeMeasured(database.db, [
    ...hourly(LONDON.id, '2026-11-22T05:00:00Z', 5),
    { cityId: LONDON.id, at, temperatureC: 1, provider: 'met-norway' },
    { cityId: LONDON.id, at, temperatureC: 1, provider: 'nws' },
  ])
  const pages = await walk(`/${LONDON.id}?interval=raw&limit=2&days=1`, async () => {
    api.clock.now = new Date('2026-11-22T12:00:00Z')
    await storeMeasured(database.db, [
      { cityId: LONDON.id, at: '2026-11-22T04:30:00Z', temperatureC: 1 },
      { cityId: LONDON.id, at: '2026-11-22T11:30:00Z', temperatureC: 1 },
    ])
  })
  api.clock.now = new Date('2026-11-22T10:30:00Z')
  const read = pages.flatMap(({ readings }) => readings)
  expect(read.map((one) => `${one.valid_at.slice(11, 16)} ${one.provider}`)).toEqual([
    '05:00 open-meteo',
    '06:00 open-meteo',
    '07:00 open-meteo',
    '08:00 met-norway',
    '08:00 nws',
    '08:00 open-meteo',
    '09:00 open-meteo',
  ])
  expect(pages).toHaveLength(4)
})

test('days and hours come page by page as well', async () => {
  await storeMeasured(database.db, hourly(LONDON.id, '2026-11-18T00:00:00Z', 96))
  const days = await walk(`/${LONDON.id}?limit=3`)
  expect(days.map(({ daily }) => daily.map(({ date }) => date.slice(8)))).toEqual([
    ['18', '19', '20'],
    ['21'],
  ])
  const hours = await walk(`/${LONDON.id}?interval=hour&limit=60`)
  expect(hours.map(({ hourly: some }) => some.length)).toEqual([60, 36])
})

test('values come in the units asked for, and the units block and the header of a CSV say so', async () => {
  await storeMeasured(database.db, hourly(LONDON.id, '2026-11-22T06:00:00Z', 2))
  const sums = await ask(`/${LONDON.id}?units=imperial`)
  expect(sums.json()).toMatchObject({
    units: { temperature: '°F' },
    daily: [{ temperature: { min: 32, mean: 32.9, max: 33.8 } }],
  })
  const raw = await ask(`/${LONDON.id}?units=si&interval=raw&format=csv`)
  const [header, row] = raw.body.split('\r\n')
  expect(header).toContain(',temperature (K),')
  expect(row).toContain(',273.15,')
})

test('S29: historical has the original’s rows by compat=1, page by page', async () => {
  await storeMeasured(database.db, hourly(LONDON.id, '2026-11-22T06:00:00Z', 2))
  const answer = await ask(`/${LONDON.id}?compat=1&limit=1`)
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toMatchObject([{ temperature: 0, humidity: null, sunrise: null }])
  expect(answer.headers['link']).toContain('compat=1&limit=1&cursor=')
  expect((await ask(`/${LONDON.id}?compat=1&units=si`)).statusCode).toBe(400)
})

test('a reading is shown as it is stored, with its source and basis', async () => {
  await storeMeasured(database.db, [
    { cityId: LONDON.id, at: '2026-11-22T08:15:00Z', temperatureC: -3.5 },
  ])
  const { readings } = await page(`/${LONDON.id}?interval=raw&days=1`)
  expect(readings).toMatchObject([
    {
      valid_at: '2026-11-22T08:15:00.000Z',
      local_time: '2026-11-22T08:15:00+00:00',
      fetched_at: '2026-11-22T08:15:00.000Z',
      run_id: 'run',
      provider: 'open-meteo',
      basis: 'analysis',
      derived: [],
      conditions: { temperature: -3.5, humidity: null },
    },
  ])
})

test('S29: historical comes as CSV by format or Accept, with units in its header and the next page in Link', async () => {
  await storeMeasured(database.db, hourly(PUNE.id, '2026-11-20T06:00:00Z', 30))
  const answer = await ask(`/${PUNE.id}?limit=1`, { accept: 'text/csv' })
  expect(answer.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8; header=present',
    vary: 'accept, Authorization',
    link: expect.stringMatching(
      /^<\/api\/weather\/historical\/11\?limit=1&cursor=[\w-]+>; rel="next"$/,
    ),
  })
  const [header, row, end] = answer.body.split('\r\n')
  expect(header).toBe(
    'city_id,city,country,date,starts_at,ends_at,hours,samples,temperature_min (°C),' +
      'temperature_mean (°C),temperature_max (°C),temperature_samples,humidity_mean (%),' +
      'humidity_samples,providers,attribution,licence',
  )
  expect(row).toBe(
    `11,"'=Pune, ""IN""",IN,2026-11-20,2026-11-19T18:30:00.000Z,2026-11-20T18:30:00.000Z,24,13,` +
      '0,6,12,13,,0,open-meteo,Weather data by Open-Meteo.com,CC BY 4.0',
  )
  expect(end).toBe('')
  const next = /<(.*)>/.exec(String(answer.headers['link']))?.[1] ?? ''
  const second = await api.app.inject({ url: next, headers: { accept: 'text/csv' } })
  expect(second.body).toContain('2026-11-21')
  expect(second.headers).not.toHaveProperty('link')
  const json = await ask(`/${PUNE.id}?format=json`, { accept: 'text/csv' })
  expect(json.headers['content-type']).toBe('application/json; charset=utf-8')
})

test('in the demo each row says that it is simulated', async () => {
  await storeMeasured(database.db, hourly(LONDON.id, '2026-11-22T06:00:00Z', 1))
  for (const interval of ['hour', 'day', 'raw']) {
    const answer = await ask(`/${LONDON.id}?format=csv&interval=${interval}`, {}, demo)
    const [header = '', row = ''] = answer.body.split('\r\n')
    expect(header).toMatch(/,attribution,licence,simulated$/)
    expect(row).toMatch(/,open-meteo,Simulated data,,true$/)
    expect(answer.headers['x-weather247-data']).toBe('simulated')
  }
  expect((await ask(`/${LONDON.id}`, {}, demo)).json()).toMatchObject({ simulated: true })
})

test.each([
  ['?city=London', 409, 'ambiguous-city'],
  ['?city=Londno', 404, 'unknown-city'],
  ['/12', 404, 'unknown-city'],
  ['/11?days=0', 400, 'invalid-request'],
  ['/11?limit=2001', 400, 'invalid-request'],
  ['/11?interval=week', 400, 'invalid-request'],
  ['/11?cursor=x', 400, 'invalid-request'],
  ['/11?cursor=WzEsMiwibm9uZSJd', 400, 'invalid-request'],
  ['/11?cursor=WzguNjRlMTUsMV0', 400, 'invalid-request'],
  ['', 400, 'invalid-request'],
])('historical%s is refused', async (path, status, kind) => {
  const answer = await ask(path)
  expect([answer.statusCode, answer.json()]).toMatchObject([status, { kind }])
})

test('a page that has not changed is not sent again, however late it is asked for', async () => {
  await storeMeasured(database.db, hourly(LONDON.id, '2026-11-20T00:00:00Z', 3))
  for (const [format, newer] of [
    ['json', '2026-11-21T01:00:00Z'],
    ['csv', '2026-11-21T02:00:00Z'],
  ] as const) {
    const path = `/${LONDON.id}?days=30&format=${format}`
    const first = await ask(path)
    expect(first.headers).toMatchObject({
      'cache-control': 'public, max-age=60, stale-while-revalidate=60',
    })
    const tag = String(first.headers.etag)
    api.clock.now = new Date(api.clock.now.getTime() + 61_007)
    const again = await ask(path, { 'if-none-match': tag })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    await storeMeasured(database.db, hourly(LONDON.id, newer, 1))
    expect((await ask(path, { 'if-none-match': tag })).statusCode).toBe(200)
  }
  api.clock.now = NOW
})

test('each page and shape has a tag of its own', async () => {
  await storeMeasured(database.db, hourly(LONDON.id, '2026-11-18T00:00:00Z', 72))
  const tags = new Set<unknown>()
  const paths = ['', '&units=si', '&interval=hour', '&format=csv', '&compat=1', '&limit=1']
  for (const more of paths) tags.add((await ask(`/${LONDON.id}?days=30${more}`)).headers.etag)
  expect(tags.size).toBe(paths.length)
})
