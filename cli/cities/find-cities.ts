import type { Database } from '../../db/client.ts'
import { citiesByIds, citiesByName } from '../../db/queries/cities.ts'
import type { City, CityId } from '../../domain/city.ts'
import { wrongUsage } from '../command-failure.ts'
import { cityWordText, type CityWord } from './city-words.ts'

/** @throws CommandFailure that lists every word no active city answers to. */
export async function findCities(
  db: Database,
  words: readonly CityWord[],
  note: (line: string) => void,
): Promise<CityId[]> {
  const ids = new Set<CityId>()
  const unknown: string[] = []
  for (const word of words) {
    const cities = await citiesOf(db, word)
    const [city] = cities
    if (city === undefined) unknown.push(cityWordText(word))
    else ids.add(city.id)
    if (city !== undefined && cities.length > 1) note(ambiguityText(word, cities))
  }
  if (unknown.length > 0)
    throw wrongUsage(
      `No active cities found matching: ${unknown.join('; ')}`,
      '`weather247 cities list` shows them, `weather247 cities import` adds more',
    )
  return [...ids]
}

function citiesOf(db: Database, word: CityWord): Promise<City[]> {
  if (word.kind === 'id') return citiesByIds(db, [word.id])
  return citiesByName(db, word.name, word.countryCode)
}

function ambiguityText(word: CityWord, cities: readonly City[]): string {
  const places = cities.map(({ id, countryCode }) => `${countryCode} (id ${id})`)
  return `${cityWordText(word)} names ${cities.length} cities: ${places.join(', ')}; taking the first, the most populous`
}
