import type { World } from '../exchange.ts'
import { HOUR_MS, floorTo, round } from '../sky/numbers.ts'
import type { ConditionBody, Units } from './condition-body.ts'
import { corrected } from './near-by.ts'
import { localMidnightMs, utcOffsetSeconds } from '../sky/time-zones.ts'
import { zoneOf } from '../sky/zones.ts'
import type { Coordinates } from '../sky/weather.ts'

const STEP_MS = 3 * HOUR_MS
const STEPS = 40

/** Five days in steps of three hours; the first is the next one, not the running one. */
export function forecastBody(
  world: World,
  place: Coordinates,
  units: Units,
  stateAt: (atMs: number) => ConditionBody,
): unknown {
  const nowMs = world.now.getTime()
  const firstMs = floorTo(nowMs, STEP_MS) + STEP_MS
  const offset = utcOffsetSeconds(zoneOf(place), nowMs)
  const { sun } = world.day(place, localMidnightMs(nowMs, offset))
  const steps = Array.from({ length: STEPS }, (_, index) => firstMs + index * STEP_MS)
  return {
    cod: '200',
    message: 0,
    cnt: STEPS,
    list: steps.map((ms, index) => {
      const state = stateAt(ms)
      return step(ms, state, corrected(state.main.temp, { place, firstMs, index }, units))
    }),
    city: {
      id: 0,
      name: '',
      coord: { lat: round(place.latitude, 4), lon: round(place.longitude, 4) },
      country: '',
      population: 0,
      timezone: offset,
      sunrise: Math.round((sun.sunriseMs ?? 0) / 1000),
      sunset: Math.round((sun.sunsetMs ?? 0) / 1000),
    },
  }
}

function step(ms: number, state: ConditionBody, spread: Record<string, number>): unknown {
  return {
    dt: ms / 1000,
    main: { ...state.main, ...spread },
    weather: state.weather,
    clouds: state.clouds,
    wind: state.wind,
    visibility: state.visibility,
    pop: state.pop,
    ...state.falling,
    sys: { pod: state.isDay ? 'd' : 'n' },
    dt_txt: new Date(ms).toISOString().slice(0, 19).replace('T', ' '),
  }
}
