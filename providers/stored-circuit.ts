import type { Queryable } from '../db/database.ts'
import {
  claimProbe,
  closeCircuit,
  extendCircuit,
  giveUpProbe,
  openCircuit,
  openCircuitOf,
  type Endpoint,
} from '../db/queries/provider-circuits.ts'
import type { Circuit } from '../domain/provider/circuit.ts'
import { whileDatabaseIsAway } from './database-away.ts'
import type { ProviderLog } from './provider-log.ts'

/** A received answer is held back no longer than this for what it says of the circuit. */
const WRITE_MAX_WAIT_MS = 5_000

export interface StoredCircuitDeps {
  readonly endpoint: Endpoint
  readonly db: Queryable
  readonly log: ProviderLog
}

/** The circuit of an endpoint as all processes have it, in the database. */
export class StoredCircuit {
  readonly #deps: StoredCircuitDeps

  constructor(deps: StoredCircuitDeps) {
    this.#deps = deps
  }

  ifOpen(): Promise<Circuit | undefined> {
    return openCircuitOf(this.#deps.db, this.#deps.endpoint)
  }

  /** False where it is closed, or another process probes it. */
  claimProbe(): Promise<boolean> {
    return claimProbe(this.#deps.db, this.#deps.endpoint, new Date())
  }

  giveUpProbe(): Promise<void> {
    return this.#write(() => giveUpProbe(this.#deps.db, this.#deps.endpoint))
  }

  /** False where it was open already; undefined where that cannot be stored. */
  open(circuit: Parameters<typeof openCircuit>[1]): Promise<boolean | undefined> {
    return this.#write(() => openCircuit(this.#deps.db, circuit))
  }

  /** What stands afterwards, where that can be read. */
  async extend(to: Parameters<typeof extendCircuit>[2]): Promise<Circuit | undefined> {
    await this.#write(() => extendCircuit(this.#deps.db, this.#deps.endpoint, to))
    return this.ifOpen().catch(() => undefined)
  }

  close(): Promise<void> {
    return this.#write(() => closeCircuit(this.#deps.db, this.#deps.endpoint, new Date()))
  }

  /** Never throws, because losing what an answer says of the circuit is better than losing the answer. */
  async #write<Result>(query: () => Promise<Result>): Promise<Result | undefined> {
    const { endpoint, log } = this.#deps
    const { signal } = new AbortController()
    try {
      return await whileDatabaseIsAway(query, { maxWaitMs: WRITE_MAX_WAIT_MS, signal })
    } catch (err) {
      log.error({ err, ...endpoint }, 'the state of a circuit is not stored')
      return undefined
    }
  }
}
