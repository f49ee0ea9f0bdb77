import { describe, expect, it } from 'vitest'
import { ledgerOf } from '../../db/queries/provider-ledgers.ts'
import { placeMemories } from '../../db/queries/provider-places.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { withFuzzScene } from '../support/fixtures/with-fuzz-scene.ts'
import { americanCities } from '../support/data/american-cities.ts'
import { FUZZ_NOW, rowsWithPlantedKey, type FuzzScene } from '../support/fuzz/fuzz-scene.ts'
import { ALL_IDS, expectAllOk, sent, sorted, storedBy } from '../support/fuzz/hostile-run.ts'

const scene = withFuzzScene()
const america = withFuzzScene({ cities: americanCities })

describe('a header', () => {
  const parkedMs = async (where: FuzzScene, provider: ProviderId): Promise<number> => {
    const row = await ledgerOf(where.database.db, provider)
    return (row?.parkedUntil?.getTime() ?? 0) - FUZZ_NOW.getTime()
  }

  it.each([
    '-1',
    '0',
    '1e3',
    'soon',
    '0x10',
    '99999999999999999999',
    'Wed, 21 Oct 2015 07:28:00 GMT',
  ])('Retry-After: %s parks for the default at least, and a day at most', async (value) => {
    const refusal = { kind: 'status', status: 429, headers: { 'retry-after': value } } as const
    await sent(scene, ['met-norway', 'open-meteo'], refusal)
    const waitMs = await parkedMs(scene, 'met-norway')
    expect(waitMs).toBeGreaterThanOrEqual(60_000)
    expect(waitMs).toBeLessThanOrEqual(24 * 3_600_000)
  })

  it('Retry-After is heard from every provider', async () => {
    const refusal = { kind: 'status', status: 429, headers: { 'retry-after': '3600' } } as const
    for (const hostile of ['nws', 'met-norway', 'weatherapi', 'open-meteo'] as const) {
      america.emulator.control.resetStats()
      const healthy = hostile === 'open-meteo' ? 'met-norway' : 'open-meteo'
      await sent(america, [hostile, healthy], refusal)
      expect(await parkedMs(america, hostile), hostile).toBe(3_600_000)
      expect(america.emulator.control.stats()[hostile].requests).toBeLessThanOrEqual(16)
    }
  })

  it('Expires a century ahead holds for a day at most', async () => {
    for (const expires of ['Fri, 01 Jan 2126 00:00:00 GMT', 'Fri, 31 Dec 9999 23:59:59 GMT']) {
      const run = await sent(scene, ['met-norway', 'open-meteo'], {
        kind: 'header',
        headers: { expires },
      })
      expectAllOk(run)
      for (const memory of (
        await placeMemories(scene.database.db, 'met-norway', ALL_IDS)
      ).values()) {
        const waitMs = Date.parse(memory.expiresAt ?? '') - FUZZ_NOW.getTime()
        expect(Number.isNaN(waitMs) || waitMs <= 24 * 3_600_000).toBe(true)
      }
    }
  })
})

describe('an answer', () => {
  it('of 304 that was not asked for confirms nothing', async () => {
    for (const hostile of ['met-norway', 'open-meteo', 'weatherapi', 'openweathermap'] as const) {
      const healthy = hostile === 'open-meteo' ? 'weatherapi' : 'open-meteo'
      const run = await sent(scene, [hostile, healthy], { kind: 'status', status: 304 })
      expectAllOk(run)
      expect(sorted(storedBy(run, 'conditions', healthy))).toEqual(ALL_IDS)
      expect(run.served.flatMap(({ unchanged }) => unchanged)).toEqual([])
    }
  })

  it.each([
    ['nws', 'met-norway'],
    ['weatherapi', 'open-meteo'],
    ['open-meteo', 'weatherapi'],
    ['openweathermap', 'open-meteo'],
  ] as const)(
    'with a forecast made three days ago by %s has it left out',
    async (hostile, healthy) => {
      const where = hostile === 'nws' ? america : scene
      const run = await sent(where, [hostile, healthy], { kind: 'old-forecast' })
      expect(storedBy(run, 'forecast_days', hostile)).toEqual([])
      expect(sorted(storedBy(run, 'forecast_days', healthy))).toEqual(ALL_IDS)
      expect(sorted(storedBy(run, 'conditions', hostile))).toEqual(ALL_IDS)
    },
  )

  it('whose encoding is named in capitals is unpacked', async () => {
    const headers = { 'content-encoding': 'GZIP' }
    const run = await sent(scene, ['weatherapi', 'open-meteo'], {
      kind: 'header',
      headers,
      pack: 'gzip',
    })
    expect(sorted(storedBy(run, 'conditions', 'weatherapi'))).toEqual(ALL_IDS)
  })

  it('that shows our request does not show our key', async () => {
    const run = await sent(scene, ['weatherapi', 'open-meteo'], { kind: 'echo-url' })
    expectAllOk(run)
    expect(await rowsWithPlantedKey(scene.database)).toEqual([])
  })
})
