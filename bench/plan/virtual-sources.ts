import type { VirtualSourceOptions } from '../../domain/plan/simulation/virtual-source.ts'

const source = (id: string, part: Partial<VirtualSourceOptions>): VirtualSourceOptions => ({
  id,
  updateMinutes: 15,
  unitsPerCall: 1,
  callsPerTick: 1_000_000,
  limits: [],
  ...part,
})

export const daily = (limit: number, part: Partial<VirtualSourceOptions> = {}) =>
  source('daily', { limits: [{ window: 'day', limit }], ...part })

export const MET_NORWAY = source('met-norway', { updateMinutes: 60, callsPerTick: 20 * 60 * 15 })

/** The four with keys, or with what is free without one. */
export const KEYED = [
  source('open-meteo', { limits: [{ window: 'day', limit: 10_000 }] }),
  source('weatherapi', { limits: [{ window: 'month', limit: 100_000 }] }),
  source('openweathermap', { updateMinutes: 10, limits: [{ window: 'month', limit: 1_000_000 }] }),
  source('pirate', { limits: [{ window: 'month', limit: 10_000 }] }),
] as const

/** March has 31 days. */
export const KEYED_CALLS_PER_DAY = 10_000 + (100_000 + 1_000_000 + 10_000) / 31
