import { EngineBrokenError, statusOf, type Engine } from './engine.ts'
import { endsCycle, sync, type TransactionStatus } from './wire.ts'

/** A connection, as far as the session is concerned. */
export interface SessionClient {
  readonly hasUnit: boolean
  /** The next messages that make sense together: up to a query's end or a flush. */
  takeUnit(): Buffer[] | undefined
  send(answer: Uint8Array): void
  /** Another client has waited too long for this one. */
  evict(): void
  /** What to run when the client has left. */
  farewell(): Buffer[]
}

export interface SessionOptions {
  /** How long a client may hold the session without a query while others wait. */
  readonly idleHoldMs: number
  readonly onBroken: (error: EngineBrokenError) => void
}

/**
 * Lends the engine's one session to one client at a time: from its first message until the server
 * is idle again. The others wait in the order of their requests.
 */
export class Session {
  readonly #engine: Engine
  readonly #options: SessionOptions
  readonly #waiting = new Set<SessionClient>()
  #holder: SessionClient | undefined
  #idleTimer: NodeJS.Timeout | undefined
  #isScheduled = false
  #isClosed = false

  constructor(engine: Engine, options: SessionOptions) {
    this.#engine = engine
    this.#options = options
  }

  /** The client has a unit to run. */
  ask(client: SessionClient): void {
    if (client !== this.#holder) this.#waiting.add(client)
    this.#schedule()
  }

  leave(client: SessionClient): void {
    this.#waiting.delete(client)
    if (client === this.#holder) {
      this.#guarded(() => {
        this.#engine.reset()
      })
      this.#release()
    }
    this.#queueFarewell(client)
    this.#schedule()
  }

  close(): void {
    this.#isClosed = true
    clearTimeout(this.#idleTimer)
    this.#waiting.clear()
  }

  /** Runs when the session is free: never inside the transaction of another client. */
  #queueFarewell(client: SessionClient): void {
    const frames = client.farewell()
    if (frames.length === 0) return
    const units = [[...frames, sync()]]
    this.#waiting.add({
      get hasUnit() {
        return units.length > 0
      },
      takeUnit: () => units.shift(),
      send: () => undefined,
      evict: () => undefined,
      farewell: () => [],
    })
  }

  /** One unit per turn of the event loop, so that sockets are read and signals heard between. */
  #schedule(): void {
    if (this.#isScheduled || this.#isClosed) return
    this.#isScheduled = true
    setImmediate(() => {
      this.#isScheduled = false
      this.#turn()
    })
  }

  #turn(): void {
    if (this.#isClosed) return
    const client = this.#holder ?? this.#firstWaiting()
    const unit = client?.takeUnit()
    if (client === undefined || unit === undefined) {
      if (this.#holder === undefined && this.#waiting.size > 0) this.#schedule()
      return
    }
    this.#guarded(() => {
      this.#run(client, unit)
    })
    if (this.#holder !== undefined || this.#waiting.size > 0) this.#schedule()
  }

  #firstWaiting(): SessionClient | undefined {
    const [first] = this.#waiting
    if (first !== undefined) this.#waiting.delete(first)
    return first
  }

  #run(client: SessionClient, unit: readonly Buffer[]): void {
    this.#holder = client
    clearTimeout(this.#idleTimer)
    let status: TransactionStatus | undefined
    for (const frame of unit) {
      const answer = this.#engine.run(frame)
      status = endsCycle(frame) ? statusOf(answer) : undefined
      if (answer.length > 0) client.send(answer)
    }
    if (status !== 'idle') {
      this.#watch(client)
      return
    }
    this.#release()
    if (client.hasUnit) this.#waiting.add(client)
  }

  #watch(client: SessionClient): void {
    const timer = setTimeout(() => {
      // After a long query the client's messages may still be unread in the socket: read them first.
      setImmediate(() => {
        if (timer !== this.#idleTimer || client !== this.#holder || client.hasUnit) return
        if (this.#waiting.size > 0) client.evict()
        else this.#watch(client)
      })
    }, this.#options.idleHoldMs)
    this.#idleTimer = timer
  }

  #release(): void {
    this.#holder = undefined
    clearTimeout(this.#idleTimer)
  }

  #guarded(work: () => void): void {
    if (this.#isClosed) return
    try {
      work()
    } catch (error) {
      this.close()
      const broken =
        error instanceof EngineBrokenError ? error : new EngineBrokenError('', { cause: error })
      this.#options.onBroken(broken)
    }
  }
}
