import type { Database } from '../../db/client.ts'
import { citiesByName, listCities } from '../../db/queries/cities.ts'
import type { City, CityId } from '../../domain/city.ts'
import { wrongUsage } from '../command-failure.ts'
import { cityWordText, type CityWord } from './city-words.ts'

const MAX_CANDIDATES = 20
/** The `integer` of PostgreSQL, which ids are stored as. */
const MAX_CITY_ID = 2_147_483_647

/** @throws CommandFailure that lists every word that no active city, or more than one, answers to. */
export async function findCities(db: Database, words: readonly CityWord[]): Promise<CityId[]> {
  const ids = new Set<CityId>()
  const unknown: string[] = []
  const ambiguous: string[] = []
  for (const word of words) {
    const cities = await citiesOf(db, word)
    const [city] = cities
    if (city === undefined) unknown.push(cityWordText(word))
    else if (cities.length > 1) ambiguous.push(ambiguityText(word, cities))
    else ids.add(city.id)
  }
  if (unknown.length > 0)
    throw wrongUsage(
      `No active cities found matching: ${unknown.join('; ')}`,
      '`weather247 cities list` shows them, `weather247 cities import` adds more',
    )
  if (ambiguous.length > 0)
    throw wrongUsage(
      ambiguous.join('\n'),
      'say which: add the country, like "London, GB", or use the id',
    )
  return [...ids]
}

async function citiesOf(db: Database, word: CityWord): Promise<City[]> {
  if (word.kind === 'name') return citiesByName(db, word.name, word.countryCode)
  if (word.id < 1 || word.id > MAX_CITY_ID) return []
  const [city] = await listCities(db, { after: word.id - 1, limit: 1 })
  return city?.id === word.id && city.active ? [city] : []
}

function ambiguityText(word: CityWord, cities: readonly City[]): string {
  const rows = cities.slice(0, MAX_CANDIDATES).map(candidateText)
  const more = cities.length - rows.length
  if (more > 0) rows.push(`and ${more} more`)
  return `${cityWordText(word)} names ${cities.length} cities:\n${rows.map((row) => `  ${row}`).join('\n')}`
}

const candidateText = ({ id, name, countryCode, population }: City): string =>
  `${id}  ${name}, ${countryCode}, population ${population ?? 'unknown'}`
