import { expect, test } from 'vitest'
import type { StoredConditions } from '../domain/weather/reading.ts'
import { cacheKeys } from './keys.ts'
import { createConditionsCache } from './conditions-cache.ts'
import { createMemoryCache } from './memory-cache.ts'

const LONDON: StoredConditions = {
  cityId: 2643743,
  provider: 'open-meteo',
  validAt: new Date('2026-11-22T10:00:00Z'),
  basis: 'analysis',
  temperatureC: 8.4,
  apparentTemperatureC: 5.1,
  relativeHumidityPct: 81,
  pressureMslHpa: 1012.3,
  visibilityKm: null,
  uvIndex: 0.4,
  windSpeedKmh: 18.2,
  windGustKmh: 33,
  windDirectionDeg: 240,
  cloudCoverPct: 90,
  precipitationMm: 0,
  precipitationWindowMinutes: -15,
  condition: 'overcast',
  intensity: null,
  isDay: true,
  sunriseAt: new Date('2026-11-22T07:30:00Z'),
  sunsetAt: null,
  derived: ['apparentTemperatureC'],
  flags: ['jump'],
  fetchedAt: new Date('2026-11-22T10:05:00.123Z'),
  confirmedAt: new Date('2026-11-22T10:20:00Z'),
  runId: 'run-1',
}

test('conditions come back as they went in, dates as dates', async () => {
  const conditions = createConditionsCache(createMemoryCache(), 60)
  await conditions.set([LONDON])
  expect(await conditions.get([LONDON.cityId, 1])).toEqual(new Map([[LONDON.cityId, LONDON]]))
})

test('what was read once, or filled in here, is not parsed again', async () => {
  const cache = createMemoryCache()
  const [writer, reader] = [createConditionsCache(cache, 60), createConditionsCache(cache, 60)]
  await writer.set([LONDON])
  const first = (await reader.get([LONDON.cityId])).get(LONDON.cityId)
  expect((await reader.get([LONDON.cityId])).get(LONDON.cityId)).toBe(first)

  const newer = { ...LONDON, temperatureC: 9.1 }
  await writer.set([newer])
  expect((await reader.get([LONDON.cityId])).get(LONDON.cityId)).toEqual(newer)

  const paris = { ...LONDON, cityId: 2988507 }
  await reader.set([paris], { onlyIfAbsent: true })
  expect((await reader.get([paris.cityId])).get(paris.cityId)).toBe(paris)
})

test('an entry of another shape counts as absent', async () => {
  const cache = createMemoryCache()
  const conditions = createConditionsCache(cache, 60)
  await cache.setMany(
    [
      { key: cacheKeys.conditions(1), value: '{"cityId":1}' },
      { key: cacheKeys.conditions(2), value: 'no json' },
      {
        key: cacheKeys.conditions(3),
        value: JSON.stringify({ ...LONDON, cityId: 3, condition: 'frogs' }),
      },
    ],
    60,
  )
  expect(await conditions.get([1, 2, 3])).toEqual(new Map())
})

test('who fills in a gap does not replace what a writer stored meanwhile', async () => {
  const conditions = createConditionsCache(createMemoryCache(), 60)
  await conditions.set([LONDON])
  await conditions.set([{ ...LONDON, temperatureC: 1 }], { onlyIfAbsent: true })
  expect((await conditions.get([LONDON.cityId])).get(LONDON.cityId)?.temperatureC).toBe(8.4)
})
