import { isAmple, type Layer, type Supply } from './layers.ts'
import type { PreparedItem } from './prepared-item.ts'

/** A call to be made in this tick. */
export interface PlannedCall {
  readonly one: PreparedItem
  readonly supply: Supply
}

/**
 * A source for each: one that has something new, so that all rooms fill alike. Where everything is
 * affordable the order of the sources decides instead.
 */
export function assignSources(
  layer: Pick<Layer, 'kind' | 'prices'>,
  chosen: readonly PreparedItem[],
  rooms: ReadonlyMap<Supply, number>,
  now: number,
): PlannedCall[] {
  const left = new Map(rooms)
  const inOrder = isAmple(layer)
  return chosen.flatMap((one): PlannedCall[] => {
    let best: Supply | undefined
    let bestShare = -1
    for (const [supply, calls] of left) {
      if (calls + 1e-9 < one.cost || !hasNews(one, supply, now)) continue
      const room = rooms.get(supply) ?? 0
      const share = inOrder ? 1 : room === Infinity ? 2 : (calls - one.cost) / room
      if (share > bestShare) [best, bestShare] = [supply, share]
    }
    if (!best) return []
    left.set(best, (left.get(best) ?? 0) - one.cost)
    return [{ one, supply: best }]
  })
}

/** Half a minute early is not early: ticks are not that exact. */
const TOLERANCE_MINUTES = 0.5

function hasNews({ item }: PreparedItem, { index, source }: Supply, now: number): boolean {
  if ((item.servedBy & (1 << index)) === 0) return false
  const askedAt = item.askedAt[index]
  return askedAt === undefined || now - askedAt + TOLERANCE_MINUTES >= source.updateMinutes
}
