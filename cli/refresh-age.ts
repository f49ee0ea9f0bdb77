import type { MaxAgeSeconds } from '../contracts/refresh.ts'

/** Current conditions are what is kept fresh; a product that is absent is not asked. */
export const maxAgeSecondsOf = (maxAgeMinutes: number): MaxAgeSeconds => ({
  conditions: maxAgeMinutes * 60,
})
