import { beforeAll, expect, it } from 'vitest'
import { createWeather247Client } from '../../client/index.ts'
import { listening } from '../../test/support/api/raw-http.ts'
import { KNOWN_CITIES, LONDON, REYKJAVIK } from '../../test/support/data/known-cities.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import type { RunningApi } from '../target/running-api.ts'
import { storedCity } from './stored-city.ts'

const database = withTestDatabase({ cities: KNOWN_CITIES })
const api = withTestApi({ database })

const at = (url: string): RunningApi => ({
  url,
  webUiUrl: undefined,
  client: createWeather247Client({ baseUrl: url }),
})

let running: RunningApi

beforeAll(async () => {
  running = at(`http://127.0.0.1:${await listening(api.app)}`)
})

it.each([
  ['Reykjavik', REYKJAVIK],
  ['London, GB', LONDON],
  ['London, United Kingdom', LONDON],
  [String(LONDON.id), LONDON],
  ['reyk', REYKJAVIK],
])('%s is a stored city, and its weather is not read', async (text, { id }) => {
  const asked: string[] = []
  const client = createWeather247Client({
    baseUrl: running.url,
    fetch: (input) => {
      asked.push((input as Request).url)
      return fetch(input)
    },
  })
  expect(await storedCity({ ...running, client }, text)).toBe(id)
  expect(asked.map((url) => new URL(url).pathname)).toEqual([
    expect.stringMatching(/^\/api\/weather\/cities\/(search|\d+)$/),
  ])
})

it.each([
  ['Atlantis', 'no city is stored as Atlantis'],
  ['1', 'no city is stored as id 1'],
  ['London, Reykjavik', 'one city has one page'],
])('%s is refused', async (text, message) => {
  await expect(storedCity(running, text)).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringContaining(message) as string,
  })
})

it('says where no one answers', async () => {
  await expect(storedCity(at('http://127.0.0.1:1'), 'London')).rejects.toMatchObject({
    exitCode: 3,
    message: 'http://127.0.0.1:1 does not answer',
  })
})
