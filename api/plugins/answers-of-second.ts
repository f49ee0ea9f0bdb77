import { LRUCache } from 'lru-cache'

const MAX_ANSWERS = 5_000
const MAX_CHARACTERS = 32 * 1024 * 1024

export interface Answer<Headers> {
  readonly text: string
  readonly headers: Headers
  /** Counts the read that is answered from memory. */
  readonly count: () => void
}

interface Remembered<Headers> extends Answer<Headers> {
  readonly second: number
}

/** Answers by the key of their request, each for the second in which it was made. */
export class AnswersOfSecond<Headers> {
  readonly #now: () => Date
  readonly #answers = new LRUCache<string, Remembered<Headers>>({
    max: MAX_ANSWERS,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: ({ text }, key) => text.length + key.length,
  })

  constructor(now: () => Date) {
    this.#now = now
  }

  remember(key: string, answer: Answer<Headers>): void {
    this.#answers.set(key, { ...answer, second: this.#second() })
  }

  /** Undefined where there is none of this second; else it is to be sent, and counts as a read. */
  recall(key: string | undefined): Answer<Headers> | undefined {
    const known = key === undefined ? undefined : this.#answers.get(key)
    if (known?.second !== this.#second()) return undefined
    known.count()
    return known
  }

  #second(): number {
    return Math.floor(this.#now().getTime() / 1000)
  }
}
