import { isAmple, type Layer, type Supply } from './layers.ts'
import type { PreparedItem } from './prepared-item.ts'
import type { Selection } from './select-calls.ts'

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
  { rooms, shares }: Pick<Selection, 'rooms' | 'shares'>,
  now: number,
): PlannedCall[] {
  const used = new Map<Supply, number>()
  const inOrder = isAmple(layer)
  return chosen.flatMap((one): PlannedCall[] => {
    let best: Supply | undefined
    let bestShare = -Infinity
    for (const [supply, room] of rooms) {
      const calls = (used.get(supply) ?? 0) + one.cost
      if (calls > room + 1e-9 || !hasNews(one, supply, now)) continue
      const share = inOrder ? 1 : shareLeft(shares.get(supply) ?? 0, calls)
      if (best === undefined || share > bestShare) [best, bestShare] = [supply, share]
    }
    if (!best) return []
    used.set(best, (used.get(best) ?? 0) + one.cost)
    return [{ one, supply: best }]
  })
}

/** One that nothing limits goes before all others. */
const shareLeft = (share: number, calls: number): number =>
  share === Infinity ? 2 : 1 - calls / share

/** Half a minute early is not early: ticks are not that exact. */
const TOLERANCE_MINUTES = 0.5

function hasNews({ item }: PreparedItem, { index, source }: Supply, now: number): boolean {
  if ((item.servedBy & (1 << index)) === 0) return false
  const askedAt = item.askedAt[index]
  return askedAt === undefined || now - askedAt + TOLERANCE_MINUTES >= source.updateMinutes
}
