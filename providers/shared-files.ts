import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Queryable } from '../db/database.ts'
import {
  claimProviderFile,
  keepProviderFile,
  providerFile,
  providerFileBody,
  type FileClaim,
  type ProviderFile,
} from '../db/queries/provider-files.ts'
import type { ProviderId } from '../domain/provider/provider-catalogue.ts'
import { ProviderError } from '../domain/provider/provider-error.ts'
import { DATABASE_MAX_WAIT_MS, whileDatabaseIsAway } from './database-away.ts'
import {
  FAILURE_KEPT_MS,
  type FileRequest,
  type KnownFile,
  type SharedFile,
  type SharedFiles,
} from './adapters/shared-file.ts'

/** Longer than a call may take, and short enough to wait for after a crash. */
const CLAIM_MS = 15_000

const POLL_MS = 200

/** Files in the database, so that of all processes one fetches and the others read what it got. */
export const createSharedFiles = (db: Queryable): SharedFiles => ({
  read: (provider, request) => new FileReading(db, provider, request).read(),
})

class FileReading {
  readonly #db: Queryable
  readonly #provider: ProviderId
  readonly #request: FileRequest

  constructor(db: Queryable, provider: ProviderId, request: FileRequest) {
    this.#db = db
    this.#provider = provider
    this.#request = request
  }

  async read(): Promise<SharedFile> {
    const { maxAgeMs, signal } = this.#request
    for (;;) {
      const known = await this.#known()
      if (known && this.#isYounger(known, maxAgeMs)) return this.#stored(known)
      const failure = known && this.#failureIn(known)
      if (failure) return this.#storedOr(failure, known)
      const claim = { provider: this.#provider, claim: randomUUID() }
      if (await this.#isOurs(claim)) return this.#fetch(claim)
      await sleep(POLL_MS, undefined, { signal })
    }
  }

  async #fetch(claim: FileClaim): Promise<SharedFile> {
    const known = await this.#known()
    try {
      const fetched = await this.#request.fetch(this.#toFetchWith(known))
      const at = this.#request.now()
      if (fetched === 'unchanged') {
        await this.#query(() => keepProviderFile(this.#db, claim, { checkedAt: at }))
        return await this.#stored(known)
      }
      const { body, entries, etag = null, lastModified = null } = fetched
      const kept = { body, entries, etag, lastModified, fetchedAt: at, checkedAt: at }
      await this.#query(() => keepProviderFile(this.#db, claim, kept))
      return { version: at.toISOString(), body }
    } catch (error) {
      const isTheirs = error instanceof ProviderError
      const kept = isTheirs ? this.#failed(error) : {}
      await keepProviderFile(this.#db, claim, kept).catch(() => undefined)
      if (!isTheirs) throw error
      return this.#storedOr(error, known)
    }
  }

  #failed({ kind, message }: ProviderError) {
    const claimedUntil = new Date(this.#request.now().getTime() + FAILURE_KEPT_MS)
    return { failure: kind, failureMessage: message, claimedUntil }
  }

  #failureIn({ failure, failureMessage, claimedUntil }: ProviderFile): ProviderError | undefined {
    if (failure === null || claimedUntil === null) return undefined
    if (claimedUntil <= this.#request.now()) return undefined
    return new ProviderError(failure, failureMessage ?? failure)
  }

  /** Each entry carries its own time, so a file that is somewhat old is better than none. */
  async #storedOr(failure: ProviderError, known: ProviderFile | undefined): Promise<SharedFile> {
    if (!known || !this.#isYounger(known, this.#request.maxStaleMs)) throw failure
    return { ...(await this.#stored(known)), failure }
  }

  #toFetchWith(known: ProviderFile | undefined): KnownFile {
    if (!known) return {}
    const { etag, lastModified, entries } = known
    const isServable = this.#isYounger(known, this.#request.maxStaleMs)
    return {
      ...(etag !== null && { etag }),
      ...(lastModified !== null && { lastModified }),
      ...(entries !== null && isServable && { entries }),
    }
  }

  #isYounger({ checkedAt }: ProviderFile, ageMs: number): boolean {
    return checkedAt !== null && checkedAt.getTime() > this.#request.now().getTime() - ageMs
  }

  /** The body only where it is another than the one that is known. */
  async #stored(known: ProviderFile | undefined): Promise<SharedFile> {
    const version = known?.fetchedAt?.toISOString()
    if (version !== undefined && version === this.#request.knownVersion) return { version }
    const file = await this.#query(() => providerFileBody(this.#db, this.#provider))
    if (!file) throw new Error(`the stored file of ${this.#provider} is gone`)
    return { version: file.fetchedAt.toISOString(), body: file.body }
  }

  #known(): Promise<ProviderFile | undefined> {
    return this.#query(() => providerFile(this.#db, this.#provider))
  }

  #isOurs(claim: FileClaim): Promise<boolean> {
    const now = this.#request.now()
    const until = new Date(now.getTime() + CLAIM_MS)
    const checkedBefore = new Date(now.getTime() - this.#request.maxAgeMs)
    const wanted = { ...claim, now, until, checkedBefore }
    return this.#query(() => claimProviderFile(this.#db, wanted))
  }

  #query<Result>(run: () => Promise<Result>): Promise<Result> {
    const { signal } = this.#request
    return whileDatabaseIsAway(run, { maxWaitMs: DATABASE_MAX_WAIT_MS, signal })
  }
}
