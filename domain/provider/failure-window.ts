/**
 * The latest requests are judged, not the latest seconds: a lane that sends one request in eight
 * seconds finds a dead provider as well, and two failures of three open nothing.
 */
const WINDOW_REQUESTS = 10
const MIN_REQUESTS = 5
/** Where every tenth request fails, four of the first five do once in 2000 times. */
const MOST_FAILED_SHARE = 0.6

/** The rule by which a circuit opens, of the product and of the simulation. */
export class FailureWindow {
  /** Whether each of the latest failed. */
  readonly #latest: boolean[] = []

  /** Whether too many of the latest have failed, with this one. */
  isOpenedBy(hasFailed: boolean): boolean {
    this.#latest.push(hasFailed)
    if (this.#latest.length > WINDOW_REQUESTS) this.#latest.shift()
    const { length } = this.#latest
    const failed = this.#latest.filter(Boolean).length
    return hasFailed && length >= MIN_REQUESTS && failed > MOST_FAILED_SHARE * length
  }
}
