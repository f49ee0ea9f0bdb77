export const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value))

/** Rounds and never answers minus zero, which JSON would lose and a deep comparison would not. */
export function round(value: number, decimals = 0): number {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale + 0
}

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

export const floorTo = (value: number, step: number): number => Math.floor(value / step) * step
