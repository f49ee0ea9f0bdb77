import type { CityId } from '../domain/city/city.ts'
import type { PlaceAnswer, PlaceRequest } from '../domain/provider/provider.ts'
import type { Product } from '../domain/weather/product.ts'
import type { LaneOptions } from './lane-port.ts'
import { MergedAnswer } from './merged-answer.ts'

/** A place request in a lane, from its arrival to its one answer. */
export class PendingRequest {
  readonly request: PlaceRequest
  readonly options: LaneOptions
  readonly answer: Promise<PlaceAnswer>
  readonly #merged = new MergedAnswer()
  #resolve: (answer: PlaceAnswer) => void = () => undefined
  #reject: (reason: unknown) => void = () => undefined

  constructor(request: PlaceRequest, options: LaneOptions) {
    this.request = request
    this.options = options
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
    options.signal.addEventListener('abort', this.#onAbort, { once: true })
  }

  get cityId(): CityId {
    return this.request.place.id
  }

  get isAborted(): boolean {
    return this.options.signal.aborted
  }

  /** Adds what one HTTP request answered for the place. */
  add(products: readonly Product[], answer: PlaceAnswer | undefined): void {
    this.#merged.add(products, answer)
  }

  /** Answers with all that was added. */
  settle(): void {
    this.#stopListening()
    this.#resolve(this.#merged.answer())
  }

  fail(error: unknown): void {
    this.#stopListening()
    this.#reject(error)
  }

  readonly #onAbort = (): void => {
    this.#reject(this.options.signal.reason)
  }

  #stopListening(): void {
    this.options.signal.removeEventListener('abort', this.#onAbort)
  }
}
