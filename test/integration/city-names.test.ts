import { readFile } from 'node:fs/promises'
import { ne, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bundledCities } from '../../cli/cities/starter-cities.ts'
import { importCities } from '../../db/queries/cities.ts'
import { findCity } from '../../db/queries/find-city.ts'
import { cityNames } from '../../db/schema/index.ts'
import { nameKey } from '../../domain/city/city-name.ts'
import type { City } from '../../domain/city/city.ts'
import { createTestDatabase, type TestDatabase } from '../support/services/test-database.ts'

let database: TestDatabase
let shipped: City[]

beforeAll(async () => {
  database = await createTestDatabase()
  shipped = await bundledCities()
  await importCities(database.db, shipped)
})
afterAll(() => database.close())

/** As it is typed on a keyboard with ASCII letters only; made without our own folding. */
function typed(name: string): string {
  const letters: Readonly<Record<string, string>> = {
    ł: 'l',
    Ł: 'L',
    ı: 'i',
    Ð: 'D',
    Đ: 'D',
    đ: 'd',
  }
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[‘’]/g, "'")
    .replace(/[łŁıÐĐđ]/g, (letter) => letters[letter] ?? '')
}

const find = async (name: string, countryCode?: string) => {
  const found = await findCity(database.db, name, { countryCode })
  if (found.kind === 'unknown') return []
  return found.kind === 'found' ? [found.city.id] : found.cities.map(({ id }) => id)
}

it('finds every shipped city by an ASCII typing of its name', async () => {
  const rows = await database.db.select().from(cityNames).where(ne(cityNames.kind, 'spelling'))
  const stored = new Set(rows.map(({ cityId, nameKey: key }) => `${cityId} ${key}`))
  const missed = shipped.filter(({ id, name }) => !stored.has(`${id} ${nameKey(typed(name))}`))
  expect(missed).toEqual([])
  for (const { name } of shipped) expect(typed(name)).toMatch(/^[ -~]+$/)
})

it('finds those whose letters Unicode does not take apart', async () => {
  const hard = shipped.filter(({ name }) =>
    /[^ -~]/.test(name.normalize('NFD').replace(/\p{Mark}/gu, '')),
  )
  expect(hard.length).toBeGreaterThan(60)
  for (const { id, name, countryCode } of hard) {
    for (const text of [typed(name), typed(name).replaceAll("'", '').toUpperCase()]) {
      expect([text, await find(text, countryCode)]).toEqual([text, expect.arrayContaining([id])])
    }
  }
})

it.each([
  ['Lodz', 3093133],
  ['Wroclaw', 3081368],
  ['Bialystok', 776069],
  ["Xi'an", 1790630],
  ['Xian', 1790630],
  ["Ta'if", 107968],
  ['Taif', 107968],
  ['St Louis', 4407066],
  ['st. louis', 4407066],
  ['Tokyo, Japan', 1850147],
  ['tokyo, jp', 1850147],
  ['London, UK', 2643743],
  ['London, Canada', 6058560],
  ['New York', 5128581],
  ['NYC', 5128581],
  ['new york, usa', 5128581],
  ['New York City', 5128581],
  ['München', 2867714],
  ['Muenchen', 2867714],
  ['Cologne', 2886242],
  ['Koeln', 2886242],
  ['Bombay', 1275339],
  ['Saigon', 1566083],
  ['Washington', 4140963],
  ['Washington, D.C.', 4140963],
  ['東京', 1850147],
  ['Москва', 524901],
  ['Saint Denis, Reunion', 935264],
  ['St-Denis', 935264],
])('finds %s', async (name, id) => {
  expect(await find(name)).toEqual([id])
})

it('names all whom a name may mean', async () => {
  expect(await find('St. Petersburg')).toEqual([498817, 4171563])
  expect(await find('Newcastle, UK')).toEqual([2641673])
  expect((await find('Newcastle')).length).toBeGreaterThan(1)
})

it.each(['', '%', '_', "' or true --", 'Atlantis', '\\', 'x'.repeat(10_000)])(
  'finds no city by %j',
  async (name) => {
    expect(await findCity(database.db, name)).toMatchObject({ kind: 'unknown' })
  },
)

it.each([
  ['Tokio, Germany', ['Tokyo']],
  ['Berlln', ['Berlin']],
  ['Londno', ['London', 'London']],
  ['Jhoannesburg', ['Johannesburg']],
  ['Nunich', ['Munich']],
  ['Ohannesburg', ['Johannesburg']],
  ['Portland, Oregon', ['Portland']],
])('offers for %s what is similar', async (name, offered) => {
  const found = await findCity(database.db, name)
  if (found.kind !== 'unknown') throw new Error('found')
  expect(found.suggestions.map((city) => city.name)).toEqual(offered)
})

it('has other names for shipped cities only, each by its shipped name, none of them in vain', async () => {
  const file = new URL('../../data/alternate-names.json', import.meta.url)
  const rows = JSON.parse(await readFile(file, 'utf8')) as [number, string, string[]][]
  for (const [id, name, others] of rows) {
    expect(shipped.find((city) => city.id === id)?.name).toBe(name)
    for (const other of others) {
      expect(nameKey(other)).not.toBe('')
      expect(nameKey(name)).not.toBe(nameKey(other))
      expect(await find(other)).toContain(id)
    }
  }
  expect(new Set(rows.map(([id]) => id)).size).toBe(rows.length)
})

it('looks names up by an index: whole, by their beginning, and by what they share', async () => {
  await database.db.execute(sql`analyze`)
  for (const [index, condition] of [
    ['city_names_key', sql`name_key = 'london'`],
    ['city_names_key', sql`name_key like 'lon%'`],
    ['city_names_trigrams', sql`trigrams @> array['  l', ' lo', 'lon']`],
  ] as const) {
    const plan = await database.db.transaction(async (tx) => {
      // So few names as here may be read through; a million may not.
      await tx.execute(sql`set local enable_seqscan = off`)
      return tx.execute(sql`explain select city_id from city_names where ${condition}`)
    })
    expect(JSON.stringify(plan)).toContain(index)
  }
})
