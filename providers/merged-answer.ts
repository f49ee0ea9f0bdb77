import { ProviderError } from '../domain/provider/provider-error.ts'
import type { MissingProducts, PlaceAnswer, PlaceMemory } from '../domain/provider/provider.ts'
import type { Product } from '../domain/weather/product.ts'
import type { Discarded, Reading } from '../domain/weather/reading.ts'
import { mergeMemories } from './place-memory.ts'

/** The answer to a place request that several HTTP requests carried: a reading from any of them counts. */
export class MergedAnswer {
  #reading: Reading = {}
  #memory: PlaceMemory | undefined
  #unchanged = false
  #learned = false
  #isSecondChoice = false
  readonly #missing: MissingProducts[] = []
  readonly #discarded: Discarded[] = []

  add(products: readonly Product[], answer: PlaceAnswer | undefined): void {
    if (!answer) {
      const error = new ProviderError('place-missing', `no ${products.join(', ')} in the answer`)
      this.#missing.push({ products, error })
      return
    }
    if (answer.memory) this.#memory = mergeMemories(this.#memory, answer.memory)
    if (answer.kind === 'reading') {
      this.#reading = { ...this.#reading, ...answer.reading }
      this.#missing.push(...(answer.missing ?? []))
      this.#discarded.push(...(answer.discarded ?? []))
      if (answer.learned === true) this.#learned = true
      this.#isSecondChoice ||= answer.isSecondChoice === true
    }
    if (answer.kind === 'unchanged') this.#unchanged = true
    if (answer.kind === 'learned') this.#learned = true
    if (answer.kind === 'failed') this.#missing.push({ products, error: answer.error })
  }

  answer(): PlaceAnswer {
    const memory = this.#memory
    if (Object.keys(this.#reading).length > 0) {
      const learned = this.#learned
      const missing = this.#missing
      const reading = this.#reading
      const discarded = this.#discarded
      const noted = {
        ...(discarded.length > 0 && { discarded }),
        ...(memory && { memory }),
        ...(this.#isSecondChoice && { isSecondChoice: true }),
      }
      return { kind: 'reading', reading, missing, learned, ...noted }
    }
    if (this.#unchanged && memory) return { kind: 'unchanged', memory }
    if (this.#learned && memory) return { kind: 'learned', memory }
    const error =
      this.#missing[0]?.error ?? new ProviderError('place-missing', 'the place was not answered')
    return { kind: 'failed', error, ...(memory && { memory }) }
  }
}
