import { beforeAll, expect, test } from 'vitest'
import { NOW } from '../test/support/api/test-api.ts'
import { LONDON } from '../test/support/data/known-cities.ts'
import { storeConditions } from '../test/support/data/stored-conditions.ts'
import { withTestApi } from '../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../test/support/fixtures/with-test-database.ts'
import { createWeather247Client, type Weather247Client } from './index.ts'

const database = withTestDatabase({ cities: [LONDON] })
const api = withTestApi({ database })
let client: Weather247Client

beforeAll(async () => {
  await storeConditions(database.db, LONDON.id, NOW, 8.4)
  const baseUrl = await api.app.listen({ host: '127.0.0.1', port: 0 })
  client = createWeather247Client({ baseUrl })
})

test('an answer has the type that its address is described with', async () => {
  const { data, error } = await client.GET('/api/weather/current/{cityId}', {
    params: { path: { cityId: LONDON.id } },
  })
  expect(error).toBeUndefined()
  const temperature: number | null | undefined = data?.conditions.temperature
  expect(temperature).toBe(8.4)
})

test('a refusal is a problem with a kind, not an exception', async () => {
  const { data, error, response } = await client.GET('/api/weather/current/{cityId}', {
    params: { path: { cityId: 1 } },
  })
  expect(data).toBeUndefined()
  expect(response.status).toBe(404)
  expect(error?.kind).toBe('unknown-city')
})
