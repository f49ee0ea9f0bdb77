import { demandAt, type DemandCurve } from './demand-curve.ts'
import type { PlanItem } from './plan-input.ts'

const DAY = 24 * 60
/** Zones are ahead of UTC by whole quarters of an hour. */
const STEP = 15
const STEPS = DAY / STEP

/**
 * Time that runs as fast as calls are worth making: slowly in the night of most of the requests,
 * 1 440 in a day. Units that are spent evenly by it are spent in the right hours.
 */
export class DemandMinutes {
  readonly #until: readonly number[]

  constructor(items: Iterable<Pick<PlanItem, 'weight' | 'minutesAhead'>>, curve: DemandCurve) {
    const byZone = new Map<number, number>()
    for (const { weight, minutesAhead } of items) {
      byZone.set(minutesAhead, (byZone.get(minutesAhead) ?? 0) + Math.sqrt(weight))
    }
    const steps = Array.from({ length: STEPS }, (_, step) => {
      let sum = 0
      for (const [minutesAhead, roots] of byZone) {
        sum += roots * Math.sqrt(demandAt(curve, step * STEP, minutesAhead))
      }
      return sum
    })
    const day = steps.reduce((sum, step) => sum + step, 0)
    const until = [0]
    for (const step of steps) {
      until.push((until.at(-1) ?? 0) + (day > 0 ? (step / day) * DAY : STEP))
    }
    this.#until = until
  }

  /** Demand minutes from one moment to another, both in minutes since 1970. */
  between(from: number, to: number): number {
    return to > from ? this.#at(to) - this.#at(from) : 0
  }

  #at(moment: number): number {
    const days = Math.floor(moment / DAY)
    const step = (moment - days * DAY) / STEP
    const whole = Math.floor(step)
    const before = this.#until[whole] ?? 0
    const after = this.#until[whole + 1] ?? before
    return days * DAY + before + (step - whole) * (after - before)
  }
}
