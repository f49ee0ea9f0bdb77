import type { Served } from '../domain/provider/provider-chain-port.ts'
import type { PlaceRequest, WeatherProvider } from '../domain/provider/provider.ts'
import { FallbackState } from './fallback-state.ts'

/** The place requests of one call. Each result is delivered once, as soon as it is final. */
export class OpenRequests {
  readonly #states: readonly FallbackState[]
  readonly #deliver: (served: Served) => void
  readonly #undelivered: Set<FallbackState>
  /** Ended by a fault of ours, such as an unavailable database. */
  readonly #faults = new Map<FallbackState, unknown>()

  constructor(
    requests: readonly PlaceRequest[],
    providers: readonly WeatherProvider[],
    deliver: (served: Served) => void,
  ) {
    this.#states = requests.map((request) => new FallbackState(request, providers))
    this.#undelivered = new Set(this.#states)
    this.#deliver = deliver
  }

  /** The requests that still miss products of this provider. */
  openFor(provider: WeatherProvider): FallbackState[] {
    return this.#states.filter(
      (state) => !this.#faults.has(state) && state.missingFrom(provider).length > 0,
    )
  }

  /** Ends only when every try has ended, so that none fails unseen. */
  async tryEach(
    open: readonly FallbackState[],
    later: readonly WeatherProvider[],
    trySending: (state: FallbackState, isLastChance: boolean) => Promise<void>,
  ): Promise<void> {
    const isLast = (state: FallbackState, after: readonly WeatherProvider[]) =>
      after.every((provider) => state.missingFrom(provider).length === 0)
    const others = later.filter(({ isSparse }) => isSparse !== true)
    const isLastChance = (state: FallbackState) => isLast(state, others) && !state.hasSecondChoice()
    await Promise.all(
      open.map(async (state) => {
        try {
          await trySending(state, isLastChance(state))
        } catch (error) {
          this.#faults.set(state, error)
          return
        }
        if (isLast(state, later)) this.#deliverOnce(state)
      }),
    )
  }

  /** @throws the first fault of ours, after all other results have been delivered. */
  results(): Served[] {
    for (const state of this.#states) if (!this.#faults.has(state)) this.#deliverOnce(state)
    for (const fault of this.#faults.values()) throw fault
    return this.#states.map((state) => state.result())
  }

  #deliverOnce(state: FallbackState): void {
    if (this.#undelivered.delete(state)) this.#deliver(state.result())
  }
}
