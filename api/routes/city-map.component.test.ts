import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { setActive } from '../../db/queries/manage-cities.ts'
import { NOW } from '../../test/support/api/test-api.ts'
import { KNOWN_CITIES, LONDON, REYKJAVIK } from '../../test/support/data/known-cities.ts'
import { storeConditions } from '../../test/support/data/stored-conditions.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { sourceOf } from '../views/stored-reading.ts'

const URL = '/api/weather/cities/map'

const database = withTestDatabase({ cities: KNOWN_CITIES })
const api = withTestApi({ database })
const demo = withTestApi({ database, settings: { mode: 'demo' } })

const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)
const ask = (url: string, headers: Record<string, string> = {}) => api.app.inject({ url, headers })
const waitedLong = () => {
  api.clock.now = new Date(api.clock.now.getTime() + 11_000)
}

describe('the map of the cities', () => {
  it('is all of them in columns, each id as what it adds to the one before', async () => {
    const answer = await ask(URL)
    expect(answer.json()).toEqual({
      version: expect.any(String),
      id: [2643743, 3413829 - 2643743, 6058560 - 3413829],
      lat: [5151, 6414, 4298],
      lon: [-13, -2190, -8123],
    })
    expect((await demo.app.inject(URL)).json()).toMatchObject({ simulated: true })
  })

  it('is sent packed, and not again while no city came or went', async () => {
    const packed = await ask(URL, { 'accept-encoding': 'br, gzip' })
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(packed.rawPayload).toString()).toBe((await ask(URL)).body)
    const etag = String(packed.headers['etag'])
    expect((await ask(URL, { 'if-none-match': etag })).statusCode).toBe(304)

    await setActive(database.db, [LONDON.id], false)
    waitedLong()
    const changed = await ask(URL, { 'if-none-match': etag })
    expect(changed.statusCode).toBe(200)
    expect(changed.json()).toMatchObject({ id: [3413829, 6058560 - 3413829] })
    await setActive(database.db, [LONDON.id], true)
    waitedLong()
  })

  it('has ages in its order, null where there never was any weather', async () => {
    await storeConditions(database.db, LONDON.id, minutesAgo(41))
    waitedLong()
    const { version } = (await ask(URL)).json<{ version: string }>()
    const answer = await ask(`${URL}/ages`)
    expect(answer.json()).toEqual({
      version,
      as_of: api.clock.now.toISOString(),
      minutes: [41, null, null],
    })
    await storeConditions(database.db, REYKJAVIK.id, minutesAgo(3 * 24 * 60))
    expect((await ask(`${URL}/ages`)).json()).toMatchObject({ minutes: [41, null, null] })
    waitedLong()
    const { minutes } = (await ask(`${URL}/ages`)).json<{ minutes: unknown }>()
    expect(minutes).toEqual([41, 420, null])
  })

  it('has temperatures and who gave them in its order', async () => {
    await storeConditions(database.db, LONDON.id, minutesAgo(1))
    waitedLong()
    const { version } = (await ask(URL)).json<{ version: string }>()
    const { temperature, ...rest } = (await ask(`${URL}/latest`)).json<{ temperature: unknown[] }>()
    expect(temperature).toEqual([expect.any(Number), expect.any(Number), null])
    expect(rest).toEqual({
      version,
      as_of: api.clock.now.toISOString(),
      provider: [0, 0, null],
      providers: ['open-meteo'],
      units: { temperature: '°C' },
      sources: [sourceOf('open-meteo', 'live')],
    })
  })
})
