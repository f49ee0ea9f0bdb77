import type { EntryKind } from '../../cache/keys.ts'
import type { CityId } from '../../domain/city/city.ts'

export interface EntryUse {
  readonly kind: EntryKind
  readonly hits: number
  readonly misses: number
}

/** Counts that are not written yet. */
export interface PendingCounts {
  isEmpty(): boolean
  addReads(cityId: CityId, reads: number): void
  addCacheUse(use: EntryUse): void
  /** What is taken is no longer pending; a writer that fails adds it again. */
  takeReads(): [CityId, number][]
  takeCacheUse(): EntryUse[]
}

export function createPendingCounts(): PendingCounts {
  const readsByCity = new Map<CityId, number>()
  const useByKind = new Map<EntryKind, EntryUse>()
  return {
    isEmpty: () => readsByCity.size === 0 && useByKind.size === 0,
    addReads(cityId, reads) {
      readsByCity.set(cityId, (readsByCity.get(cityId) ?? 0) + reads)
    },
    addCacheUse({ kind, hits, misses }) {
      const before = useByKind.get(kind) ?? { hits: 0, misses: 0 }
      useByKind.set(kind, { kind, hits: before.hits + hits, misses: before.misses + misses })
    },
    takeReads() {
      const taken = [...readsByCity]
      readsByCity.clear()
      return taken
    },
    takeCacheUse() {
      const taken = [...useByKind.values()]
      useByKind.clear()
      return taken
    },
  }
}
