import { demandAt, type DemandCurve } from '../demand-curve.ts'

/** One item's ages, exactly: what requests met, how old it ever was, how long it was too old. */
export class AgeAccount {
  readonly #minutesAhead: number
  /** Of the ages that requests met, and of the requests. */
  #ages = 0
  #demand = 0
  #longest = 0
  #overMinutes = 0
  #minutes = 0

  constructor(minutesAhead: number) {
    this.#minutesAhead = minutesAhead
  }

  /** From one moment to another, within one hour, with data of `dataAt`. */
  add(
    { from, to, dataAt }: { from: number; to: number; dataAt: number },
    { share, promisedMinutes }: { share: number; promisedMinutes: number },
    curve: DemandCurve,
  ): void {
    const length = to - from
    if (length <= 0) return
    const demand = share * demandAt(curve, from, this.#minutesAhead) * length
    this.#demand += demand
    this.#minutes += length
    const age = Math.max(0, to - dataAt)
    this.#ages += demand * Math.max(0, age - length / 2)
    this.#longest = Math.max(this.#longest, age)
    this.#overMinutes += Math.min(length, Math.max(0, age - promisedMinutes))
  }

  get longest(): number {
    return this.#longest
  }

  /** Share of the time that the promise was not kept. */
  get overShare(): number {
    return this.#minutes > 0 ? this.#overMinutes / this.#minutes : 0
  }

  static meanAge(accounts: readonly AgeAccount[]): number {
    let [ages, demand] = [0, 0]
    for (const account of accounts) {
      ages += account.#ages
      demand += account.#demand
    }
    return demand > 0 ? ages / demand : 0
  }
}
