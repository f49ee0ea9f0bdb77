import { condition } from '@temporalio/workflow'

export interface ChildrenBound {
  /** Children under way at a time. */
  readonly maxInFlight: number
  /** No child starts once it is true. */
  readonly isPast?: () => boolean
}

/** Children under way together, a bounded number at a time. */
export class BoundedChildren {
  readonly #maxInFlight: number
  readonly #isPast: () => boolean
  readonly #all: Promise<void>[] = []
  #inFlight = 0

  constructor({ maxInFlight, isPast = () => false }: ChildrenBound) {
    this.#maxInFlight = maxInFlight
    this.#isPast = isPast
  }

  get started(): number {
    return this.#all.length
  }

  /** Waits for a free place. @returns false when no child may start any more. */
  async start(child: () => Promise<void>): Promise<boolean> {
    await condition(() => this.#inFlight < this.#maxInFlight || this.#isPast())
    if (this.#isPast()) return false
    this.#inFlight += 1
    this.#all.push(this.#run(child))
    return true
  }

  /** Ends when all have ended, so that nothing goes on behind a cancellation. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#all)
  }

  /** Fails as soon as one has failed. */
  async succeeded(): Promise<void> {
    await Promise.all(this.#all)
  }

  async #run(child: () => Promise<void>): Promise<void> {
    try {
      await child()
    } finally {
      this.#inFlight -= 1
    }
  }
}

/** Ends when every child that was started has ended, and fails like the first that failed. */
export async function forEachChild<Item>(
  items: readonly Item[],
  bound: ChildrenBound,
  child: (item: Item) => Promise<void>,
): Promise<void> {
  const children = new BoundedChildren(bound)
  try {
    for (const item of items) if (!(await children.start(() => child(item)))) break
  } finally {
    await children.settled()
  }
  await children.succeeded()
}
