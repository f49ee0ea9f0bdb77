import type { FastifyBaseLogger } from 'fastify'
import { LRUCache } from 'lru-cache'
import type { Database } from '../../db/database.ts'
import {
  isAnyToken,
  noteTokenUse,
  tokenByHash,
  type StoredToken,
} from '../../db/queries/api-tokens.ts'
import { MINUTE_MS, SECOND_MS } from '../../domain/time/durations.ts'
import { sharedAnswer, sharedAnswers } from '../background/shared-answer.ts'

/** For how long a revoked token may still be taken, and a new one be unknown. */
export const TOKEN_CACHE_SECONDS = 5
/** What is shown to people as the last use needs no write per request. */
const NOTE_EVERY_MS = MINUTE_MS
/** Guesses are remembered, too, so that they cannot fill the memory. */
const MAX_ENTRIES = 10_000

export interface TokenStore {
  /** Undefined for one that is unknown or revoked. @throws where the database does not answer. */
  find(hash: string): Promise<StoredToken | undefined>
  /** Whether tokens are asked for. @throws where that cannot be known. */
  isAny(): Promise<boolean>
  /** Writes the moment down, later and not each time. */
  noteUse(id: number): void
}

interface TokenStoreDeps {
  readonly db: Database
  readonly now: () => Date
  readonly log: Pick<FastifyBaseLogger, 'warn'>
}

export function createTokenStore({ db, now, log }: TokenStoreDeps): TokenStore {
  const noted = new LRUCache<number, number>({ max: MAX_ENTRIES })
  const kept = { keepMs: TOKEN_CACHE_SECONDS * SECOND_MS, now, maxKeys: MAX_ENTRIES }
  const find = sharedAnswers((hash: string) => tokenByHash(db, hash), kept)
  let wasAny: boolean | undefined
  const isAny = sharedAnswer(async () => {
    try {
      wasAny = await isAnyToken(db)
    } catch (error) {
      // An API that asked for no token protects nothing: an outage does not have to end its reads.
      if (wasAny !== false) throw error
    }
    return wasAny
  }, kept)
  return {
    find,
    isAny,
    noteUse(id) {
      const at = now()
      if (at.getTime() - (noted.get(id) ?? -Infinity) < NOTE_EVERY_MS) return
      noted.set(id, at.getTime())
      noteTokenUse(db, id, at).catch((error: unknown) => {
        log.warn({ err: error }, 'the last use of a token was not written')
      })
    },
  }
}
