import type { EntryKind } from '../../cache/keys.ts'
import type { Database } from '../../db/database.ts'
import { addCacheUse } from '../../db/queries/cache-hours.ts'
import { saveReads } from '../../db/queries/city-reads.ts'
import { pagesOf } from '../../db/queries/upsert.ts'
import type { CityId } from '../../domain/city/city.ts'
import { createPendingCounts, type PendingCounts } from './pending-counts.ts'

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

export function createReadCounter(deps: ReadCounterDeps): ReadCounter {
  const counts = createPendingCounts()
  const report = createStorageReport(deps.log)
  let flushing = Promise.resolve()

  async function write(): Promise<void> {
    if (counts.isEmpty()) return
    try {
      await writeCacheUse(deps, counts)
      await writeReads(deps, counts)
      report()
    } catch (error) {
      report(error)
    }
  }

  const flush = (): Promise<void> => (flushing = flushing.then(write))
  const timer = setInterval(() => void flush(), FLUSH_EVERY_MS).unref()

  return {
    countRead: (cityId) => {
      counts.addReads(cityId, 1)
    },
    countCacheUse: (kind, use) => {
      counts.addCacheUse({ kind, hits: use === 'hit' ? 1 : 0, misses: use === 'miss' ? 1 : 0 })
    },
    flush,
    close() {
      clearInterval(timer)
      return flush()
    },
  }
}

async function writeCacheUse({ db, now }: ReadCounterDeps, counts: PendingCounts): Promise<void> {
  const taken = counts.takeCacheUse()
  if (taken.length === 0) return
  try {
    await addCacheUse(db, taken, now())
  } catch (error) {
    for (const use of taken) counts.addCacheUse(use)
    throw error
  }
}

async function writeReads(
  { db, now, halfLifeHours }: ReadCounterDeps,
  counts: PendingCounts,
): Promise<void> {
  const at = now()
  const taken = counts.takeReads()
  let written = 0
  try {
    for (const page of pagesOf(taken, CITIES_PER_WRITE)) {
      await saveReads(db, new Map(page), at, halfLifeHours)
      written += page.length
    }
  } catch (error) {
    for (const [cityId, reads] of taken.slice(written)) counts.addReads(cityId, reads)
    throw error
  }
}

/** Logs only when writing begins to fail, and when it works again. */
function createStorageReport(log: ReadCounterDeps['log']): (error?: unknown) => void {
  let isFailing = false
  return (error) => {
    const wasFailing = isFailing
    isFailing = error !== undefined
    if (isFailing && !wasFailing) {
      log.warn({ err: error }, 'reads cannot be stored; they are counted in memory until they can')
    }
    if (wasFailing && !isFailing) log.info({}, 'reads are stored again')
  }
}
