import { expect, test } from 'vitest'
import { importCities } from '../../db/queries/cities.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { KNOWN_CITIES } from '../../test/support/data/known-cities.ts'
import { expectRefused, inject } from '../../test/support/api/routes.ts'

const database = withTestDatabase({ cities: KNOWN_CITIES })
const api = withTestApi({ database })

const ask = (method: string, url: string, body?: string) => inject(api.app, method, url, body)

const NO_INTEGERS = [
  ...[
    'Infinity',
    '-Infinity',
    'NaN',
    '1e400',
    '1e3',
    '1E3',
    '0x10',
    '0b1',
    '0o7',
    '%205',
    '5%20',
    '+5',
  ],
  ...['5.0', '5.', '.5', '-0', '-1', '00', '01', '1_000', '5,0', '', 'null', 'true', '%D9%A5'],
  ...['9007199254740993', '99999999999999999999', '2147483648', '1n', '[5]', '5e-324'],
]

test.each(NO_INTEGERS)('%j is no integer of any address', async (text) => {
  const asked = [
    `cities?limit=${text}`,
    `cities?cursor=${text}`,
    `analytics/dashboard?hours=${text}`,
    `analytics/dashboard?days=${text}`,
    ...(text === '' ? [] : ['cities', 'current', 'analytics/cities'].map((at) => `${at}/${text}`)),
  ]
  for (const path of asked) {
    const answer = await ask('GET', `/api/weather/${path}`)
    expectRefused(answer, path)
    expect(answer.statusCode, path).toBe(400)
  }
})

test.each([
  'limit=1&limit=2',
  'limit[]=1',
  'limit[0]=1',
  'country=GB&country=US',
  'cursor=1&cursor=1',
])('%s is not one value', async (query) => {
  expectRefused(await ask('GET', `/api/weather/cities?${query}`), query)
})

test('numbers in a body are numbers, and texts are texts', async () => {
  const url = '/api/weather/scheduler/start'
  for (const value of ['"15"', '1e400', '-0', 'true', 'null', '[15]', '0.5', '"Infinity"']) {
    expectRefused(await ask('POST', url, `{"interval_minutes":${value}}`), value)
  }
  const refresh = '/api/weather/monitoring/refresh'
  for (const value of ['"true"', '1', '0', 'null', '""']) {
    expectRefused(await ask('POST', refresh, `{"force":${value}}`), value)
  }
})

test('every id up to the largest of the database is an id and a cursor', async () => {
  const largest = { ...KNOWN_CITIES[0]!, id: 2_147_483_647, name: 'Lastville' }
  const billion = { ...largest, id: 1_000_000_000, name: 'Billionville' }
  await importCities(database.db, [billion, largest])
  const names: string[] = []
  let cursor: string | null = null
  do {
    const from: string = cursor === null ? '' : `&cursor=${cursor}`
    const answer = await ask('GET', `/api/weather/cities?limit=1${from}`)
    expect(answer.statusCode, answer.body).toBe(200)
    const page = answer.json<{ cities: { name: string }[]; next_cursor: string | null }>()
    names.push(...page.cities.map(({ name }) => name))
    cursor = page.next_cursor
  } while (cursor !== null)
  expect(names.slice(-2)).toEqual(['Billionville', 'Lastville'])
  for (const { id } of [billion, largest]) {
    expect((await ask('GET', `/api/weather/cities/${id}`)).statusCode).toBe(200)
    expect((await ask('GET', `/api/weather/cities?cursor=${id}`)).statusCode).toBe(200)
    const body = (city: unknown) => JSON.stringify({ cities: [city] })
    for (const city of [id, String(id)]) {
      const answer = await ask('POST', '/api/weather/monitoring/refresh', body(city))
      expect(answer.statusCode).toBe(202)
    }
  }
})
