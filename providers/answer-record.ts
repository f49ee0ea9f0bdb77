import type { SeenAnswer } from '../domain/provider/provider.ts'
import type { HttpClient } from './http-client.ts'

/** Far more than are in flight; for those who send without taking what was seen. */
const MAX_KEPT = 64

/** What a provider's latest answers said beside their values, by the address that was asked. */
export class AnswerRecord {
  readonly #seen = new Map<string, SeenAnswer>()

  /** The same client, whose answers are written down here. */
  listeningTo(http: HttpClient): HttpClient {
    const noted = <C extends { readonly url: string }>(call: C) => ({
      ...call,
      onAnswer: (answer: SeenAnswer) => {
        this.#note(call.url, answer)
      },
    })
    return {
      getJson: (call) => http.getJson(noted(call)),
      getFile: (call) => http.getFile(noted(call)),
      close: () => http.close(),
    }
  }

  /** The answer to the latest request of this address, once. */
  take(url: string): SeenAnswer | undefined {
    const answer = this.#seen.get(url)
    this.#seen.delete(url)
    return answer
  }

  #note(url: string, answer: SeenAnswer): void {
    this.#seen.delete(url)
    this.#seen.set(url, answer)
    const [oldest] = this.#seen.keys()
    if (this.#seen.size > MAX_KEPT && oldest !== undefined) this.#seen.delete(oldest)
  }
}
