import { beforeAll, describe, expect, it } from 'vitest'
import { SCENES, type ScenePlace } from '../../emulator/scenes.ts'
import { weatherAt } from '../../emulator/sky/weather.ts'
import { withFuzzScene } from '../support/fixtures/with-fuzz-scene.ts'
import type { FuzzRun } from '../support/fuzz/fuzz-scene.ts'

const { places, moments } = SCENES.mesonets
const NOW = new Date(moments[0] ?? '')

function placeOf(name: string): ScenePlace {
  const found = places.find((place) => place.name === name)
  if (!found) throw new Error(`the scene has no ${name}`)
  return found
}

describe('a refresh in the scene mesonets, with the National Weather Service', () => {
  const scene = withFuzzScene({ cities: places, now: () => NOW, scene: 'mesonets' })
  let run: FuzzRun
  beforeAll(async () => {
    run = await scene.run(['nws'], [])
  })

  function conditionsOf(name: string): Readonly<Record<string, unknown>>[] {
    const { id } = placeOf(name)
    const rows = [...run.rows].filter(([key]) => key.startsWith(`conditions ${id} `))
    return rows.map(([, row]) => row)
  }

  it.each(['Palo Alto', 'Anchorage', 'Hagåtña'])(
    'stores for %s the report of an airport, with its sky',
    (name) => {
      expect(conditionsOf(name)).toMatchObject([
        {
          provider: 'nws',
          basis: 'observed',
          validAt: new Date('2026-02-11T18:00:00Z'),
          condition: expect.any(String) as string,
          cloudCoverPct: expect.any(Number) as number,
          visibilityKm: expect.any(Number) as number,
        },
      ])
    },
  )

  it('stores nothing of the report that failed the quality control', () => {
    // The failed temperature is 20 °C too high.
    const at = new Date('2026-02-11T18:00:00Z')
    const { temperatureC } = weatherAt({ ...placeOf('Anchorage'), at, seed: 247 })
    const stored = Number(conditionsOf('Anchorage')[0]?.['temperatureC'])
    expect(Math.abs(stored - temperatureC)).toBeLessThan(10)
  })

  it('stores a doubtful wind and pressure as unknown, beside what is sound', () => {
    const [row] = conditionsOf('Hagåtña')
    expect(row).toMatchObject({
      windSpeedKmh: null,
      pressureMslHpa: null,
      relativeHumidityPct: expect.any(Number) as number,
    })
  })

  it('stores for Big Sky the report of a mesonet, which lacks a sky', () => {
    expect(conditionsOf('Big Sky')).toMatchObject([
      { basis: 'observed', condition: null, cloudCoverPct: null, visibilityKm: null },
    ])
  })

  it.each(['Tonopah', 'Leadville', 'Kaunakakai'])(
    'stores for %s the hour of the forecast, as no station stands for it',
    (name) => {
      expect(conditionsOf(name)).toMatchObject([
        {
          provider: 'nws',
          basis: 'forecast',
          validAt: new Date('2026-02-11T18:00:00Z'),
          pressureMslHpa: null,
          cloudCoverPct: null,
        },
      ])
    },
  )

  it.each(places)('stores the forecast of $name', ({ id }) => {
    const days = [...run.rows.keys()].filter((key) => key.startsWith(`forecast_days ${id} `))
    expect(days.length).toBeGreaterThanOrEqual(6)
  })
})
