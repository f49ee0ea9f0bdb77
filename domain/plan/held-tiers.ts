import type { PlannedProduct } from './city-items.ts'
import { promisesOf, type Carriers, type Promising } from './promises.ts'
import {
  hasCity,
  hasEveryCity,
  marksFor,
  ONCE_A_DAY,
  tierMarks,
  type Promised,
  type TierFacts,
  type TierMark,
} from './promised-tier.ts'

/** Cities to which the same is promised. */
export interface HeldTier {
  readonly name: string
  readonly minutes: number
  /** That are meant. */
  readonly cities: number
  /** Of them, those for which the limits carry it; the others have the next tier's promise. */
  readonly held: number
  /** Of those held; absent where there are none. */
  readonly mark?: TierMark
}

export const marksOf = (tiers: readonly HeldTier[]): TierMark[] =>
  tiers.flatMap(({ mark }) => mark ?? [])

interface TierOptions {
  readonly products: readonly Pick<
    PlannedProduct,
    'product' | 'leastMinutes' | 'cost' | 'offeredBy'
  >[]
  readonly carriers: Carriers
  readonly tickMinutes: number
}

/** What every city is promised may be stretched until it takes so much of what the limits give. */
const SHARE_OF_ALL = 0.5

/**
 * The promises, each for as many cities as the limits carry beside what all the others are promised:
 * the most requested of a tier, or its largest. What is promised by hand is never cut; where it does
 * not fit it is stretched, and the plan says so.
 */
export function heldTiers(
  promises: readonly Promised[],
  cities: readonly TierFacts[],
  options: TierOptions,
): readonly HeldTier[] {
  const marks = tierMarks(promises, cities)
  const fits = fitsIn(marks, cities.length, options)
  const held: { mark: TierMark; cities: number }[] = []
  let open = cities
  const byHand = marks.length - promises.length
  return marks.map((mark, index): HeldTier => {
    const meant = open.filter((city) => hasCity(mark, city))
    const isFixed = mark.ownMinutes !== undefined || hasEveryCity(mark)
    const kept = isFixed
      ? { mark, cities: meant.length }
      : largest(mark, meant, (count) => fits([...held, { mark, cities: count }]))
    held.push(kept)
    const isHeld = (city: TierFacts): boolean => kept.cities > 0 && hasCity(kept.mark, city)
    open = open.filter((city) => !isHeld(city))
    return {
      name: nameOf(promises[index - byHand], mark),
      minutes: mark.minutes,
      cities: meant.length,
      held: kept.cities,
      ...((kept.cities > 0 || isFixed) && { mark: kept.mark }),
    }
  })
}

type Fits = (held: readonly { readonly mark: TierMark; readonly cities: number }[]) => boolean

/** Whether that many cities can be held, and all the others as every city is promised. */
function fitsIn(marks: readonly TierMark[], cities: number, options: TierOptions): Fits {
  const { carriers, tickMinutes, products } = options
  const base = marks.find(hasEveryCity)
  const calls = (mark: TierMark | undefined, count: number): Promising[] =>
    mark && count > 0
      ? products.flatMap((one): Promising[] =>
          marksFor([mark], one.product).length > 0 ? [promising(mark, count, one)] : [],
        )
      : []
  const { tiers } = promisesOf(calls(base, cities), halfOf(carriers), tickMinutes)
  const longest = Math.max(...tiers.map(({ keptMinutes }) => keptMinutes), 0)
  return (held) => {
    const count = held.reduce((sum, one) => sum + one.cities, 0)
    const others = products.flatMap((one): Promising[] => {
      const rest = one.product === 'conditions' ? cities - count : cities
      return base && rest > 0 ? [promising(base, rest, one)] : []
    })
    const all = [...held.flatMap(({ mark, cities: some }) => calls(mark, some)), ...others]
    return promisesOf(all, carriers, tickMinutes).tiers.every(
      ({ promisedMinutes, keptMinutes, leastMinutes }) =>
        keptMinutes <=
        (promisedMinutes === base?.minutes
          ? Math.max(longest, promisedMinutes)
          : Math.max(promisedMinutes, leastMinutes)) *
          1.002,
    )
  }
}

const promising = (
  { minutes }: TierMark,
  count: number,
  { leastMinutes, cost, offeredBy }: TierOptions['products'][number],
): Promising => ({
  promisedMinutes: Math.max(minutes, leastMinutes),
  leastMinutes,
  cost: count * cost,
  servedBy: offeredBy.reduce((bits, offers, index) => (offers ? bits | (1 << index) : bits), 0),
})

const halfOf = ({ callsPerMinute, floor }: Carriers): Carriers => ({
  callsPerMinute: callsPerMinute * SHARE_OF_ALL,
  floor: floor && { ...floor, callsPerMinute: floor.callsPerMinute * SHARE_OF_ALL },
})

/** The most of a tier that fit: those that are asked for most, or the largest. */
function largest(
  mark: TierMark,
  meant: readonly TierFacts[],
  fits: (count: number) => boolean,
): { readonly mark: TierMark; readonly cities: number } {
  const most = mostThatFit(meant.length, fits)
  if (most === meant.length) return { mark, cities: most }
  const isByPeople = mark.leastPopulation !== undefined
  const ranks = meant
    .map(({ requests, population }) => (isByPeople ? (population ?? 0) : requests))
    .sort((one, other) => other - one)
  // Of equal ones all are held, or none.
  const first = ranks[most]
  const least = ranks.slice(0, most).findLast((rank) => rank !== first)
  if (least === undefined) return { mark, cities: 0 }
  const held = isByPeople ? { ...mark, leastPopulation: least } : { ...mark, leastRequests: least }
  return { mark: held, cities: ranks.filter((rank) => rank >= least).length }
}

function mostThatFit(count: number, fits: (count: number) => boolean): number {
  if (fits(count)) return count
  let [low, high] = [0, count]
  while (low + 1 < high) {
    const middle = (low + high) >> 1
    if (fits(middle)) low = middle
    else high = middle
  }
  return low
}

/** How many of that many cities could be held at some minutes, whichever they are. */
export function citiesHeldAt(minutes: number, cities: number, options: TierOptions): number {
  const mark = { minutes, leastRequests: 0 }
  const fits = fitsIn([mark, ONCE_A_DAY], cities, options)
  return mostThatFit(cities, (count) => fits([{ mark, cities: count }]))
}

function nameOf(promise: Promised | undefined, { minutes }: TierMark): string {
  if (promise === undefined) return `those chosen by hand for ${minutes} min`
  if (promise.kind === 'top') return `the ${promise.count} most requested`
  if (promise.kind === 'population') return `those of ${promise.atLeast} people or more`
  return 'every other city'
}
