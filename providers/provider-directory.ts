import type { Queryable } from '../db/database.ts'
import { readProviderControls } from '../db/queries/provider-controls.ts'
import { isDatabaseUnavailable } from '../db/queries/faults.ts'
import type { ProviderId } from '../domain/provider/provider-catalogue.ts'
import type { ProviderLimits } from '../domain/provider/provider-limits.ts'
import {
  inUse,
  providerSetups,
  type InstalledProvider,
  type ProviderControl,
  type ProviderSetup,
} from '../domain/provider/provider-setup.ts'
import { SECOND_MS } from '../domain/time/durations.ts'

/** A change is seen this late at most, by those who send. */
const KEPT_MS = 2 * SECOND_MS

export interface DirectoryDeps {
  readonly db: Queryable
  readonly installed: readonly InstalledProvider[]
  readonly keptMs?: number
}

/** The providers as they are used at the moment: what the settings say, and what was changed since. */
export class ProviderDirectory {
  readonly #db: Queryable
  readonly #installed: readonly InstalledProvider[]
  readonly #keptMs: number
  #setups: readonly ProviderSetup[]
  #version = ''
  #reading: Promise<void> | undefined
  #readAtMs = -Infinity

  constructor({ db, installed, keptMs = KEPT_MS }: DirectoryDeps) {
    this.#keptMs = keptMs
    this.#db = db
    this.#installed = installed
    this.#setups = providerSetups(installed, [])
  }

  /** The ids of those in use, in their order. */
  get order(): readonly ProviderId[] {
    return inUse(this.#setups).map(({ id }) => id)
  }

  /** The same object until something is changed. */
  limitsOf(id: ProviderId): ProviderLimits {
    const setup = this.#setups.find((one) => one.id === id)
    if (!setup) throw new Error(`${id} is not installed`)
    return setup.limits
  }

  /** Reads again what may have changed; while the database is away what is known counts on. */
  async refresh(): Promise<void> {
    if (performance.now() - this.#readAtMs < this.#keptMs) return
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined
    })
    await this.#reading
  }

  async #read(): Promise<void> {
    try {
      this.#apply(await readProviderControls(this.#db))
      this.#readAtMs = performance.now()
    } catch (error) {
      if (!isDatabaseUnavailable(error)) throw error
    }
  }

  #apply(controls: readonly ProviderControl[]): void {
    const version = JSON.stringify(controls)
    if (version === this.#version) return
    this.#version = version
    this.#setups = providerSetups(this.#installed, controls)
  }
}
