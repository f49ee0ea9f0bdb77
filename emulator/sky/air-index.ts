import type { EmulatedAir } from './air.ts'

type Scale = readonly number[]

/** Band edges per pollutant in micrograms; each band is one step of the index's own edges. */
const EUROPEAN_STEPS: Scale = [0, 20, 40, 60, 80, 100]
const EUROPEAN = {
  pm2_5: [0, 5, 15, 50, 90, 140],
  pm10: [0, 15, 45, 120, 195, 270],
  nitrogenDioxide: [0, 10, 25, 60, 100, 150],
  ozone: [0, 60, 100, 120, 160, 180],
  sulphurDioxide: [0, 20, 40, 125, 190, 275],
} as const satisfies Partial<Record<keyof EmulatedAir, Scale>>

const US_STEPS: Scale = [0, 50, 100, 150, 200, 300, 500]
const US = {
  pm2_5: [0, 9, 35.4, 55.4, 125.4, 225.4, 325.4],
  pm10: [0, 54, 154, 254, 354, 424, 604],
  nitrogenDioxide: [0, 100, 188, 677, 1220, 2348, 3853],
  ozone: [0, 106, 137, 167, 206, 392, 784],
  sulphurDioxide: [0, 92, 197, 485, 796, 1582, 2630],
  carbonMonoxide: [0, 5038, 10_763, 14_198, 17_633, 34_808, 57_703],
} as const satisfies Partial<Record<keyof EmulatedAir, Scale>>

const OWM = {
  sulphurDioxide: [20, 80, 250, 350],
  nitrogenDioxide: [40, 70, 150, 200],
  pm10: [20, 50, 100, 200],
  pm2_5: [10, 25, 50, 75],
  ozone: [60, 100, 140, 180],
  carbonMonoxide: [4400, 9400, 12_400, 15_400],
} as const satisfies Partial<Record<keyof EmulatedAir, Scale>>

const DEFRA_PM2_5: Scale = [12, 24, 36, 42, 48, 54, 59, 65, 71]

function interpolate(value: number, edges: Scale, steps: Scale): number {
  const above = edges.findIndex((edge) => value < edge)
  const upper = above === -1 ? edges.length - 1 : Math.max(1, above)
  const [low, high] = [edges[upper - 1] ?? 0, edges[upper] ?? 1]
  const [from, to] = [steps[upper - 1] ?? 0, steps[upper] ?? 1]
  return from + ((value - low) / (high - low)) * (to - from)
}

export type EuropeanPollutant = keyof typeof EUROPEAN
export type UsPollutant = keyof typeof US

export const europeanSubIndex = (air: EmulatedAir, pollutant: EuropeanPollutant): number =>
  Math.round(interpolate(air[pollutant], EUROPEAN[pollutant], EUROPEAN_STEPS))

export const usSubIndex = (air: EmulatedAir, pollutant: UsPollutant): number =>
  Math.min(500, Math.round(interpolate(air[pollutant], US[pollutant], US_STEPS)))

export const europeanIndex = (air: EmulatedAir): number =>
  Math.max(...keysOf(EUROPEAN).map((pollutant) => europeanSubIndex(air, pollutant)))

export const usIndex = (air: EmulatedAir): number =>
  Math.max(...keysOf(US).map((pollutant) => usSubIndex(air, pollutant)))

const band = (value: number, edges: Scale): number =>
  edges.filter((edge) => value >= edge).length + 1

/** 1 good to 5 very poor. */
export const openWeatherIndex = (air: EmulatedAir): number =>
  Math.max(...keysOf(OWM).map((pollutant) => band(air[pollutant], OWM[pollutant])))

/** 1 good to 6 hazardous. */
export const epaBand = (air: EmulatedAir): number => band(usIndex(air), [51, 101, 151, 201, 301])

/** 1 low to 10 very high. */
export const defraBand = (air: EmulatedAir): number => band(air.pm2_5, DEFRA_PM2_5)

function keysOf<T extends object>(table: T): (keyof T)[] {
  return Object.keys(table) as (keyof T)[]
}
