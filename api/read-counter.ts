import type { EntryKind } from '../cache/keys.ts'
import type { Database } from '../db/client.ts'
import { addCacheUse } from '../db/queries/cache-hours.ts'
import { saveReads } from '../db/queries/reads.ts'
import { pagesOf } from '../db/queries/upsert.ts'
import type { CityId } from '../domain/city.ts'

/** What a process that is killed loses at most. */
const FLUSH_EVERY_MS = 10_000

/** Keeps a write short: the embedded database has one session for all. */
const CITIES_PER_WRITE = 1000

export interface ReadCounterDeps {
  readonly db: Database
  readonly log: {
    info(fields: object, message: string): void
    warn(fields: object, message: string): void
  }
  readonly now: () => Date
  /** Time in which a read comes to count half as much. */
  readonly halfLifeHours: number
}

/** Counts in memory, which is all that a read pays, and writes the sums now and then. */
export interface ReadCounter {
  /** For cities that exist only: what is kept until it is written is bounded by their number. */
  countRead(cityId: CityId): void
  countCacheUse(kind: EntryKind, use: 'hit' | 'miss'): void
  /** Writes what was counted; what cannot be written is kept for the next time. */
  flush(): Promise<void>
  close(): Promise<void>
}

export function createReadCounter({ db, log, now, halfLifeHours }: ReadCounterDeps): ReadCounter {
  const reads = new Map<CityId, number>()
  const cacheUse = new Map<EntryKind, { hits: number; misses: number }>()
  let isAway = false
  let flushing = Promise.resolve()

  const countReads = (cityId: CityId, count: number): void => {
    reads.set(cityId, (reads.get(cityId) ?? 0) + count)
  }
  const countUses = (kind: EntryKind, hits: number, misses: number): void => {
    const use = cacheUse.get(kind)
    if (!use) cacheUse.set(kind, { hits, misses })
    else {
      use.hits += hits
      use.misses += misses
    }
  }

  function said(error?: unknown): void {
    const wasAway = isAway
    isAway = error !== undefined
    if (isAway && !wasAway) {
      log.warn({ err: error }, 'reads cannot be stored; they are counted in memory until they can')
    }
    if (wasAway && !isAway) log.info({}, 'reads are stored again')
  }

  async function writeUses(at: Date): Promise<void> {
    const taken = [...cacheUse].map(([kind, use]) => ({ kind, ...use }))
    cacheUse.clear()
    if (taken.length === 0) return
    try {
      await addCacheUse(db, taken, at)
    } catch (error) {
      for (const { kind, hits, misses } of taken) countUses(kind, hits, misses)
      throw error
    }
  }

  async function writeReads(at: Date): Promise<void> {
    const taken = [...reads]
    reads.clear()
    let written = 0
    try {
      for (const page of pagesOf(taken, CITIES_PER_WRITE)) {
        await saveReads(db, new Map(page), at, halfLifeHours)
        written += page.length
      }
    } catch (error) {
      for (const [cityId, count] of taken.slice(written)) countReads(cityId, count)
      throw error
    }
  }

  async function write(): Promise<void> {
    if (reads.size === 0 && cacheUse.size === 0) return
    try {
      await writeUses(now())
      await writeReads(now())
      said()
    } catch (error) {
      said(error)
    }
  }

  const flush = (): Promise<void> => (flushing = flushing.then(write))
  const timer = setInterval(() => void flush(), FLUSH_EVERY_MS).unref()

  return {
    countRead: (cityId) => {
      countReads(cityId, 1)
    },
    countCacheUse: (kind, use) => {
      countUses(kind, use === 'hit' ? 1 : 0, use === 'miss' ? 1 : 0)
    },
    flush,
    close() {
      clearInterval(timer)
      return flush()
    },
  }
}
