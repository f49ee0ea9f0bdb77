import { ProviderError } from '../domain/provider/provider-error.ts'
import type { Discard } from '../domain/weather/reading.ts'

interface Listed {
  /** Where the list is in the answer. */
  readonly field: string
  readonly entries: readonly unknown[]
}

type ParseEntry<Entry> = (entry: unknown, discard: Discard) => Entry

/**
 * The steps or days of a list that can be read. One that cannot is noted and left out, so that it
 * does not spoil the others.
 */
export function soundEntries<Entry>(
  { field, entries }: Listed,
  parse: ParseEntry<Entry>,
  discard: Discard,
): Entry[] {
  return entries.flatMap((entry, index): Entry[] => {
    const path = `${field}/${index}`
    try {
      return [parse(entry, (part, reason, kind) => discard(`${path}${part}`, reason, kind))]
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error
      discard(path, `cannot be read: ${error.message}`)
      return []
    }
  })
}

/** @throws ProviderError `schema-mismatch` where entries are there and none can be read. */
export function someSoundEntries<Entry>(
  listed: Listed,
  parse: ParseEntry<Entry>,
  discard: Discard,
): Entry[] {
  const sound = soundEntries(listed, parse, discard)
  if (sound.length === 0 && listed.entries.length > 0) parse(listed.entries[0], () => undefined)
  return sound
}
