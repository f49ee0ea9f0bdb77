import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { NAME_KEY_VERSION } from '../domain/city/city-name.ts'
import type { CityId } from '../domain/city/city.ts'

/** `dist/data` beside `dist/db`, `data` beside `db`: the same path from both. */
const FILE = new URL('../data/alternate-names.json', import.meta.url)

export interface AlternateNames {
  readonly of: (id: CityId) => readonly string[]
  /** Of these names and of the way their keys are made. */
  readonly version: string
}

let loaded: Promise<AlternateNames> | undefined

/** Other well-known names of shipped cities. */
export const alternateNames = (): Promise<AlternateNames> => (loaded ??= load())

async function load(): Promise<AlternateNames> {
  const text = await readFile(FILE, 'utf8')
  // Our own file, checked by a test.
  const rows = JSON.parse(text) as [id: CityId, name: string, others: string[]][]
  const byId = new Map(rows.map(([id, , others]) => [id, others]))
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12)
  return { of: (id) => byId.get(id) ?? [], version: `${NAME_KEY_VERSION}-${digest}` }
}
