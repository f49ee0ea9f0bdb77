import type { CleanupInput, CleanupResult } from '../contracts/cleanup.ts'

export function cleanupOldWeatherData(_input: CleanupInput): Promise<CleanupResult> {
  throw new Error('to be written')
}
