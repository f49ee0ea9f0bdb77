import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEmulator, type Emulator } from '../index.ts'

/** Two days before clocks go forward, on 8 March 2026 at 02:00. */
const NOW = new Date('2026-03-06T18:07:00Z')

interface Body {
  readonly properties: {
    readonly timeZone: string
    readonly forecast: string
    readonly periods: readonly { readonly startTime: string; readonly endTime: string }[]
  }
}

describe('the emulated NWS', () => {
  let emulator: Emulator
  beforeAll(async () => {
    emulator = await startEmulator({ now: () => NOW, seed: 1 })
  })
  afterAll(() => emulator.close())

  const read = async (url: string): Promise<Body['properties']> =>
    ((await (await fetch(url, { headers: { 'user-agent': 'test' } })).json()) as Body).properties

  it.each([
    ['Phoenix, which keeps standard time', '33.4484,-112.074', 'America/Phoenix', ['-07:00']],
    ['San Juan', '18.4663,-66.1057', 'America/Puerto_Rico', ['-04:00']],
    ['Denver', '39.7392,-104.9847', 'America/Denver', ['-07:00', '-06:00']],
  ])('has the zone of %s, and its offsets of the week', async (_, point, timeZone, offsets) => {
    const { timeZone: said, forecast } = await read(`${emulator.baseUrls.nws}/points/${point}`)
    expect(said).toBe(timeZone)
    const { periods } = await read(forecast)
    const times = periods.flatMap(({ startTime, endTime }) => [startTime, endTime])
    expect([...new Set(times.map((time) => time.slice(-6)))]).toEqual(offsets)
    const turns = periods.slice(1).map(({ startTime }) => startTime.slice(11, 16))
    expect(new Set(turns)).toEqual(new Set(['06:00', '18:00']))
  })
})
