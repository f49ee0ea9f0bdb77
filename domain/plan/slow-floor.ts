/** How one round of a slow source is cut by calls to quicker ones. */
export interface FloorCut {
  readonly gapTicks: number
  /** Calls to the quicker sources in each round. */
  readonly calls: number
  /** Sum of half the squared gaps, in ticks²: the age of a round. */
  readonly age: number
  /** What the last calls of this cut earn each, for a weight of 1: twice the age they save. */
  readonly worth: number
}

/**
 * The cuts of a round of that many ticks that are best at some price, from none to the most; each
 * costs more calls than the one before, and earns less by each.
 */
export function floorCuts(roundTicks: number, leastTicks: number): readonly FloorCut[] {
  const cuts: FloorCut[] = [
    { gapTicks: roundTicks, calls: 0, age: ageOf(roundTicks, roundTicks), worth: Infinity },
  ]
  for (let gap = roundTicks - 1; gap >= leastTicks; gap--) {
    const calls = Math.ceil(roundTicks / gap) - 1
    add(cuts, { gapTicks: gap, calls, age: ageOf(roundTicks, gap) })
  }
  return cuts
}

/** Keeps the lower hull: a cut is dropped where the next one earns more by each call. */
function add(cuts: FloorCut[], cut: Omit<FloorCut, 'worth'>): void {
  for (;;) {
    const last = cuts.at(-1)
    if (!last || cut.age >= last.age) return
    const worth =
      cut.calls > last.calls ? (2 * (last.age - cut.age)) / (cut.calls - last.calls) : Infinity
    if (worth < last.worth) {
      cuts.push({ ...cut, worth })
      return
    }
    cuts.pop()
  }
}

function ageOf(roundTicks: number, gap: number): number {
  const rest = roundTicks % gap
  return (Math.floor(roundTicks / gap) * gap * gap + rest * rest) / 2
}

/** The cut that a weight is worth at a price. */
export function cutAt<Cut extends Pick<FloorCut, 'gapTicks' | 'worth'>>(
  cuts: readonly Cut[],
  price: number,
  weight: number,
  most: number,
): Cut {
  const [none] = cuts
  if (!none) throw new Error('a round has at least the cut without calls')
  let best = none
  for (const cut of cuts) {
    if (weight * cut.worth >= price || best.gapTicks > most) best = cut
  }
  return best
}
