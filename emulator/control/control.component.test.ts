import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { until } from '../../test/support/until.ts'
import { startEmulator, type Emulator } from '../index.ts'

let now = new Date('2026-11-22T18:07:31Z')
let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator({ now: () => now, seed: 1 })
})
afterAll(() => emulator.close())
beforeEach(() => {
  emulator.control.clearFaults()
  emulator.control.clearLimits()
  emulator.control.resetStats()
  now = new Date('2026-11-22T18:07:31Z')
})

const ask = (query: string, signal: AbortSignal | null = null): Promise<Response> =>
  fetch(`${emulator.baseUrls['open-meteo']}/v1/forecast?${query}`, { signal })
const reason = async (query: string): Promise<string | undefined> => {
  const body = (await (await ask(query)).json()) as { readonly reason?: string }
  return body.reason
}
const stats = () => emulator.control.stats()['open-meteo']
const control = (method: string, path: string, body?: unknown): Promise<Response> =>
  fetch(
    `${emulator.url}/_control/${path}`,
    body === undefined ? { method } : { method, body: JSON.stringify(body) },
  )

describe('a scene', () => {
  afterEach(() => {
    emulator.control.clearScene()
  })

  it('is set, shown with its places and moments, and ended', async () => {
    expect(await (await control('GET', 'scene')).json()).toBeNull()
    expect((await control('PUT', 'scene', { name: 'polar' })).status).toBe(204)
    expect(emulator.control.scene()).toBe('polar')
    const shown = (await (await control('GET', 'scene')).json()) as Record<string, unknown>
    expect(shown).toMatchObject({ name: 'polar', shows: expect.any(String) as string })
    expect(shown['moments']).toContain('2026-12-21T12:07:00Z')
    expect(shown['places']).toContainEqual(
      expect.objectContaining({ name: 'Alert', timeZone: 'America/Toronto' }),
    )
    expect((await control('DELETE', 'scene')).status).toBe(204)
    expect(emulator.control.scene()).toBeNull()
  })

  it('that does not exist is refused with the names of those that do', async () => {
    const refused = await control('PUT', 'scene', { name: 'tropical' })
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain('polar')
    expect(emulator.control.scene()).toBeNull()
  })

  it('plays from the start where the emulator is started with it', async () => {
    const other = await startEmulator({ scene: 'clock-change' })
    expect(other.control.scene()).toBe('clock-change')
    await other.close()
  })
})

describe('the statistics', () => {
  it('count requests, places, weight and statuses', async () => {
    await ask('latitude=1,2,3&longitude=1,2,3&current=temperature_2m')
    const variables =
      'temperature_2m,apparent_temperature,relative_humidity_2m,pressure_msl,weather_code,cloud_cover,wind_speed_10m,wind_direction_10m,wind_gusts_10m,precipitation,rain,snowfall'
    await ask(`latitude=1&longitude=1&current=${variables}`)
    await ask('latitude=99&longitude=1')
    expect(stats()).toMatchObject({ requests: 3, places: 4, byStatus: { 200: 2, 400: 1 } })
    expect(stats().weight).toBeCloseTo(3 + 1.2 + 1)
    expect(stats().placeCounts.get('1.0000,1.0000')).toBe(2)
  })

  it('remember the busiest minute and the busiest hour of the clock', async () => {
    await ask('latitude=1,2&longitude=1,2')
    await ask('latitude=1&longitude=1')
    now = new Date('2026-11-22T18:08:00Z')
    await ask('latitude=1&longitude=1')
    const { minute, hour } = stats().windows
    expect(minute).toEqual({ maxRequests: 2, maxPlaces: 3, maxWeight: 3 })
    expect(hour).toEqual({ maxRequests: 3, maxPlaces: 4, maxWeight: 4 })
  })

  it('know how many were inside at once', async () => {
    emulator.control.setFaults([{ provider: 'open-meteo', kind: 'hang' }])
    const end = new AbortController()
    const hanging = [1, 2, 3, 4].map((latitude) =>
      ask(`latitude=${latitude}&longitude=1`, end.signal).catch(() => 'aborted'),
    )
    await until(() => stats().inFlight === 4, { what: 'four requests are inside' })
    end.abort()
    expect(new Set(await Promise.all(hanging))).toEqual(new Set(['aborted']))
    await until(() => stats().inFlight === 0, { what: 'all have left' })
    emulator.control.clearFaults()
    await ask('latitude=1&longitude=1')
    expect(stats()).toMatchObject({ peakInFlight: 4, inFlight: 0 })
  })

  it('see no overlap when one client asks one after the other', async () => {
    for (let index = 0; index < 20; index += 1) await (await ask('latitude=1&longitude=1')).text()
    expect(stats().peakInFlight).toBe(1)
  })
})

describe('an enforced limit', () => {
  it('counts places, refuses when the window is full and opens with the next', async () => {
    emulator.control.setLimits({
      provider: 'open-meteo',
      requestsPerWindow: { minute: 3, hour: 5 },
    })
    expect(await reason('latitude=1,2,3&longitude=1,2,3')).toBeUndefined()
    expect(await reason('latitude=1&longitude=1')).toMatch(/^Minutely API request limit/)
    now = new Date('2026-11-22T18:08:00Z')
    expect(await reason('latitude=1,2&longitude=1,2')).toBeUndefined()
    now = new Date('2026-11-22T18:09:00Z')
    expect(await reason('latitude=1&longitude=1')).toMatch(/^Hourly API request limit/)
    now = new Date('2026-11-22T19:00:00Z')
    expect(await reason('latitude=1&longitude=1')).toBeUndefined()
  })

  it('refuses too many at once', async () => {
    emulator.control.setLimits({ provider: 'open-meteo', maxConcurrent: 1 })
    emulator.control.setFaults([{ provider: 'open-meteo', kind: 'delay', delayMs: 100 }])
    const reasons = await Promise.all([
      reason('latitude=1&longitude=1'),
      reason('latitude=2&longitude=1'),
    ])
    expect(reasons).toContain('Too many concurrent requests')
    expect(reasons).toContain(undefined)
  })

  it('speaks each provider’s own language', async () => {
    const requestsPerWindow = { month: 1 }
    emulator.control.setLimits({ provider: 'weatherapi', requestsPerWindow })
    const url = `${emulator.baseUrls.weatherapi}/v1/current.json?key=k&q=1,2`
    expect((await fetch(url)).status).toBe(200)
    const refused = await fetch(url)
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({ error: { code: 2007 } })
  })
})

describe('the control endpoint', () => {
  it('sets, adds, lists and clears faults', async () => {
    const hang = { provider: 'nws', kind: 'hang' }
    const down = { provider: 'open-meteo', kind: 'status', status: 503, remaining: 5 }
    expect((await control('PUT', 'faults', [hang])).status).toBe(204)
    await control('POST', 'faults', down)
    expect(await (await control('GET', 'faults')).json()).toEqual([hang, down])
    expect((await ask('latitude=1&longitude=1')).status).toBe(503)
    await control('DELETE', 'faults')
    expect(await (await control('GET', 'faults')).json()).toEqual([])
  })

  it.each([
    ['PUT', 'faults', [{ provider: 'nws', kind: 'explode' }], /^0\.kind must be equal to one of/],
    ['POST', 'faults', { provider: 'nws', kind: 'hang', share: 2 }, /^share must be <= 1/],
    ['POST', 'faults', { provider: 'nws', kind: 'hang', colour: 'red' }, /colour/],
    ['POST', 'faults', { kind: 'hang' }, /provider/],
    [
      'PUT',
      'limits',
      { provider: 'nws', requestsPerWindow: { minute: 0 } },
      /requestsPerWindow\.minute/,
    ],
  ])('refuses a bad %s of %s and names the field', async (method, path, body, message) => {
    const response = await control(method, path, body)
    expect(response.status).toBe(400)
    const { error } = (await response.json()) as { readonly error: string }
    expect(error).toMatch(message)
  })

  it('shows places only to those who ask for them', async () => {
    await ask('latitude=1&longitude=2')
    const plain = (await (await control('GET', 'stats')).json()) as Record<string, object>
    expect(plain['open-meteo']).not.toHaveProperty('placeCounts')
    const full = (await (await control('GET', 'stats?places=1')).json()) as Record<string, object>
    expect(full['open-meteo']).toMatchObject({ placeCounts: { '1.0000,2.0000': 1 } })
    await control('DELETE', 'stats')
    expect(stats().requests).toBe(0)
  })

  it('says what does not exist', async () => {
    expect((await control('GET', 'nothing')).status).toBe(404)
    expect((await fetch(`${emulator.url}/dark-sky/forecast`)).status).toBe(404)
  })
})
