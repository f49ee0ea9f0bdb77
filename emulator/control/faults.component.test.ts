import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { startEmulator, type Emulator, type Fault } from '../index.ts'

const NOW = new Date('2026-11-22T18:07:31Z')
const ONE = 'latitude=52&longitude=13&timeformat=unixtime&current=temperature_2m'
const TWO = 'latitude=52,48&longitude=13,2&current=temperature_2m'

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator({ now: () => NOW, seed: 1 })
})
afterAll(() => emulator.close())
beforeEach(() => {
  emulator.control.clearFaults()
  emulator.control.resetStats()
})

const ask = (query = ONE, signal?: AbortSignal): Promise<Response> =>
  fetch(`${emulator.baseUrls['open-meteo']}/v1/forecast?${query}`, signal ? { signal } : {})
interface Location {
  readonly latitude: number
  readonly current: { readonly time: number; readonly temperature_2m: number }
}
const read = async (query = ONE): Promise<Location> =>
  (await ask(query)).json() as Promise<Location>
const readMany = async (query = TWO): Promise<Location[]> =>
  (await ask(query)).json() as Promise<Location[]>
const fault = (kind: Fault['kind'], more: Partial<Fault> = {}): void =>
  emulator.control.setFaults([{ provider: 'open-meteo', kind, ...more }])
const statuses = async (count: number): Promise<number[]> => {
  const seen: number[] = []
  for (let index = 0; index < count; index += 1) seen.push((await ask()).status)
  return seen
}

describe('a fault', () => {
  it('of a status speaks the provider’s words and can say when to come back', async () => {
    fault('status', { status: 429, retryAfterSeconds: 7 })
    const response = await ask()
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7'])
    expect(await response.json()).toEqual({
      error: true,
      reason: 'Minutely API request limit exceeded. Please try again in one minute.',
    })
  })

  it('of a status takes the words it is given', async () => {
    fault('status', { status: 400, body: '{"error":true,"reason":"Something new"}' })
    expect(await read()).toEqual({ error: true, reason: 'Something new' })
  })

  it('delays, alone or with another', async () => {
    emulator.control.setFaults([
      { provider: 'open-meteo', kind: 'delay', delayMs: 60 },
      { provider: 'open-meteo', kind: 'status', status: 503 },
    ])
    const startedAt = performance.now()
    expect((await ask()).status).toBe(503)
    expect(performance.now() - startedAt).toBeGreaterThan(50)
  })

  it('hangs until the client gives up', async () => {
    fault('hang')
    await expect(ask(ONE, AbortSignal.timeout(80))).rejects.toThrow(/timeout|aborted/)
    await expect.poll(() => emulator.control.stats()['open-meteo'].aborted).toBe(1)
    expect(emulator.control.stats()['open-meteo'].inFlight).toBe(0)
  })

  it('resets the connection', async () => {
    fault('reset')
    await expect(ask()).rejects.toThrow('fetch failed')
  })

  it('cuts the answer off in the middle', async () => {
    fault('truncate')
    const response = await ask()
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow('terminated')
  })

  it('puts garbage into a good answer', async () => {
    fault('garbage')
    const response = await ask()
    expect(response.headers.get('content-type')).toContain('application/json')
    expect(await response.text()).toBe('Unexpected error while streaming data: timeoutReached')
  })

  it('breaks the schema', async () => {
    fault('wrong-schema')
    expect((await read()).current.temperature_2m).toBeTypeOf('string')
  })

  it('makes the data old or early', async () => {
    const nowSeconds = Date.parse('2026-11-22T18:00:00Z') / 1000
    fault('stale', { ageSeconds: 7200 })
    expect((await read()).current.time).toBe(nowSeconds - 7200)
    fault('future', { ageSeconds: 3600 })
    expect((await read()).current.time).toBe(nowSeconds + 3600)
  })

  it('drops the last place, or the one it names', async () => {
    fault('drop-place')
    expect(await readMany()).toHaveLength(1)
    expect(Object.values(await read(ONE)).every((value) => value === null)).toBe(true)
    fault('drop-place', { placeLatitude: 52 })
    expect((await readMany())[0]?.latitude).toBe(48)
  })

  it('measures the impossible, at one place if it names one', async () => {
    fault('out-of-range', { placeLatitude: 48 })
    const [berlin, paris] = await readMany()
    expect(berlin?.current.temperature_2m).toBeLessThan(60)
    expect(paris?.current.temperature_2m).toBe(999)
  })

  it('strikes an even share of the requests', async () => {
    fault('status', { status: 503, share: 1 / 3 })
    expect(await statuses(6)).toEqual([200, 200, 503, 200, 200, 503])
  })

  it('ends after a number of requests', async () => {
    fault('status', { status: 503, remaining: 2 })
    expect(await statuses(3)).toEqual([503, 503, 200])
    expect(emulator.control.listFaults()).toEqual([])
  })

  it('ends after a number of seconds', async () => {
    fault('status', { status: 503, seconds: 0.2 })
    expect((await ask()).status).toBe(503)
    await expect.poll(() => emulator.control.listFaults()).toEqual([])
    expect((await ask()).status).toBe(200)
  })

  it('concerns the path it names only', async () => {
    fault('status', { status: 503, path: '/v1/air-quality' })
    expect((await ask()).status).toBe(200)
    const air = `${emulator.baseUrls['open-meteo']}/v1/air-quality?latitude=1&longitude=1`
    expect((await fetch(air)).status).toBe(503)
  })
})
