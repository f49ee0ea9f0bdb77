import { setTimeout as sleep } from 'node:timers/promises'
import { ProviderError } from '../../domain/provider/provider-error.ts'
import type { Answers, ProviderRequest, WeatherProvider } from '../../domain/provider/provider.ts'

/** A provider at its lane's pace, within this process: no ledger, no breaker, no claims. */
export class PacedProvider {
  readonly provider: WeatherProvider
  readonly #waiting: (() => void)[] = []
  #inFlight = 0
  #nextSendAtMs = 0

  constructor(provider: WeatherProvider) {
    this.provider = provider
  }

  async send(request: ProviderRequest): Promise<Answers> {
    await this.#enter()
    try {
      await this.#space()
      const signal = new AbortController().signal
      return await this.provider.send(request, { signal, now: () => new Date() })
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error
      return new Map(request.places.map(({ id }) => [id, { kind: 'failed', error } as const]))
    } finally {
      this.#leave()
    }
  }

  async #enter(): Promise<void> {
    if (this.#inFlight < this.provider.pace.maxInFlight) this.#inFlight += 1
    // Who leaves hands its place over.
    else await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  #leave(): void {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#inFlight -= 1
  }

  async #space(): Promise<void> {
    const { spacingMs } = this.provider.pace
    if (spacingMs === 0) return
    const now = performance.now()
    const at = Math.max(now, this.#nextSendAtMs)
    this.#nextSendAtMs = at + spacingMs
    if (at > now) await sleep(at - now)
  }
}
