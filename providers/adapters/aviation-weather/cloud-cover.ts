import type { CloudGroup } from './metar/cloud-groups.ts'

/** Per cent, from the middle of the eighths of sky that each word stands for (WMO-No. 306, FM 15). */
const COVER_PCT: ReadonlyMap<CloudGroup['amount'], number> = new Map([
  ['SKC', 0],
  ['FEW', 19],
  ['SCT', 44],
  ['BKN', 75],
  ['OVC', 100],
  ['VV', 100],
])

/** The thickest layer's; null where there is none, or where one of unknown amount may be thicker. */
export function cloudCoverPct(clouds: readonly CloudGroup[]): number | null {
  const covers = clouds.map(({ amount }) => COVER_PCT.get(amount) ?? null)
  const known = covers.filter((cover) => cover !== null)
  const thickest = Math.max(...known, 0)
  const isKnown = known.length > 0 && (known.length === covers.length || thickest === 100)
  return isKnown ? thickest : null
}
