export interface CacheEntry {
  readonly key: string
  readonly value: string
}

export interface SetOptions {
  /**
   * For a reader that fills in what was missing: a newer value that a writer stored meanwhile
   * stays. A writer leaves it out.
   */
  readonly onlyIfAbsent?: boolean
}

/**
 * A fast copy of what the database holds. Nothing here throws: losing it costs speed only. Writers
 * learn whether the cache that processes share took part; memory always does.
 */
export interface CachePort {
  getMany(keys: readonly string[]): Promise<ReadonlyMap<string, string>>
  setMany(
    entries: readonly CacheEntry[],
    ttlSeconds: number,
    options?: SetOptions,
  ): Promise<boolean>
  /** How many there were; null when the shared cache did not answer. */
  delete(keys: readonly string[]): Promise<number | null>
  /** Deletes every key with the prefix. Other processes' memory forgets within seconds. */
  clear(prefix: string): Promise<number | null>
  /** Whether the cache that processes share answers; memory always does. */
  healthy(): Promise<boolean>
  close(): Promise<void>
}

/** What the cache needs of a logger. */
export interface CacheLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
}
