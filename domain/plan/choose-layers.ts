import { aboveFloorLayer } from './above-floor-layer.ts'
import { floorLayer } from './floor-layer.ts'
import { isAmple, type Layer, type Supply } from './layers.ts'
import { pooledLayer } from './pooled-layer.ts'
import type { PreparedItem } from './prepared-item.ts'

/** A source is the floor where its updates are so much rarer than the quickest one's … */
const MUCH_SLOWER = 2
/** … and it affords so much more than all the others together. */
const MUCH_MORE_PLENTIFUL = 2

/**
 * The layers of one tick: all sources at one price, or a slow plentiful source as the floor under the
 * scarce ones. Where the quick sources afford everything, the slow one is not asked at all.
 */
export function chooseLayers(
  prepared: readonly PreparedItem[],
  supplies: readonly Supply[],
  tickMinutes: number,
): readonly Layer[] {
  const slow = floorOf(supplies)
  if (!slow) return [pooledLayer(prepared, supplies, tickMinutes)]
  const quick = supplies.filter((supply) => supply !== slow)
  const alone = pooledLayer(prepared, quick, tickMinutes)
  if (isAmple(alone) && prepared.every((one) => alone.dueOf(one) !== undefined)) return [alone]
  const floor = floorLayer(prepared, slow, tickMinutes)
  return [floor, aboveFloorLayer(prepared, quick, { tickMinutes, floor: floor.floor })]
}

/** The slowest of the usable sources, where it can be the floor. */
export function floorOf(supplies: readonly Supply[]): Supply | undefined {
  const slowest = supplies.reduce<Supply | undefined>(
    (found, one) => (found && found.source.updateMinutes >= one.source.updateMinutes ? found : one),
    undefined,
  )
  if (!slowest) return undefined
  const others = supplies.filter((one) => one !== slowest && one.affordable.rate > 0)
  if (others.length === 0) return undefined
  const quickest = Math.min(...others.map(({ source }) => source.updateMinutes))
  const rate = others.reduce((sum, { affordable }) => sum + affordable.rate, 0)
  const isSlow = slowest.source.updateMinutes >= MUCH_SLOWER * quickest
  return isSlow && slowest.affordable.rate >= MUCH_MORE_PLENTIFUL * rate ? slowest : undefined
}
