import type { WarmCacheInput, WarmCacheResult } from '../contracts/warm-cache.ts'

export function warmCacheForPopularCities(_input: WarmCacheInput): Promise<WarmCacheResult> {
  throw new Error('to be written')
}
