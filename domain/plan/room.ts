import type { Affordable } from './affordable-rate.ts'
import { GOLDEN_TURN } from './gap.ts'

/** Twice the even share lets a tick catch up and follow the hours; more gains nothing. */
const BURST = 2

/**
 * Whole calls a source may make in this tick. The fraction moves by the golden ratio, so that 3.4 a
 * tick are 3, 4, 3, 4, 3 … and neither all the fourth ones early nor all late.
 */
export function roomOf(
  { rate, free, mostThisTick }: Pick<Affordable, 'rate' | 'free' | 'mostThisTick'>,
  demandMinutes: number,
  { tick, isAmple }: { tick: number; isAmple: boolean },
): number {
  const most = hardRoomOf({ free, mostThisTick })
  const even = isAmple ? most : Math.min(most, BURST * rate * demandMinutes)
  if (even === Infinity) return Infinity
  const dither = (tick * GOLDEN_TURN) % 1
  return Math.min(most, Math.floor(even + dither))
}

/** Whole calls that a promise may take: no more than is free, however uneven. */
export const hardRoomOf = ({ free, mostThisTick }: Pick<Affordable, 'free' | 'mostThisTick'>) =>
  Math.max(0, Math.floor(Math.min(free, mostThisTick)))
