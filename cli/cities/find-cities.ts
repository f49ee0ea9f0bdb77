import type { Database } from '../../db/database.ts'
import { cityById, findCity, type FoundCity } from '../../db/queries/find-city.ts'
import type { City, CityId } from '../../domain/city/city.ts'
import { wrongUsage } from '../errors/command-error.ts'
import { cityWordText, parseCityWords, type CityWord } from './city-arguments.ts'

const MAX_CANDIDATES = 20

export interface CityChoice {
  /** Also cities that are not kept fresh. */
  readonly inactiveToo?: boolean
}

/** @throws CommandError that lists every argument that matches no city, or more than one. */
export async function findCities(
  db: Database,
  words: readonly string[],
  choice: CityChoice = {},
): Promise<CityId[]> {
  const ids = new Set<CityId>()
  const unknown: string[] = []
  const ambiguous: string[] = []
  for (const { text, found } of await answersTo(db, words, choice)) {
    if (found.kind === 'found') ids.add(found.city.id)
    else if (found.kind === 'ambiguous') ambiguous.push(ambiguityText(text, found.cities))
    else unknown.push(`${text}${suggestionText(found.suggestions)}`)
  }
  if (unknown.length > 0) {
    throw wrongUsage(
      `No ${choice.inactiveToo === true ? '' : 'active '}cities found matching: ${unknown.join('; ')}`,
      '`weather247 cities list` shows them, `weather247 cities import` adds more',
    )
  }
  if (ambiguous.length > 0) {
    throw wrongUsage(
      ambiguous.join('\n'),
      'say which: add the country, like "London, GB", or use the id',
    )
  }
  return [...ids]
}

interface Answer {
  /** The argument as given. */
  readonly text: string
  readonly found: FoundCity
}

async function answersTo(
  db: Database,
  words: readonly string[],
  choice: CityChoice,
): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const word of words) {
    // `Washington, D.C.` is one name; only what is none is a list.
    const whole = word.includes(',') ? await findCity(db, word, choice) : undefined
    if (whole !== undefined && whole.kind !== 'unknown') answers.push({ text: word, found: whole })
    else {
      for (const one of parseCityWords([word])) answers.push(...(await answerTo(db, one, choice)))
    }
  }
  return answers
}

async function answerTo(db: Database, word: CityWord, choice: CityChoice): Promise<Answer[]> {
  const text = cityWordText(word)
  if (word.kind === 'id') {
    const city = await cityById(db, word.id)
    const isWanted = city !== undefined && (city.active || choice.inactiveToo === true)
    return [
      { text, found: isWanted ? { kind: 'found', city } : { kind: 'unknown', suggestions: [] } },
    ]
  }
  const { name, countryCode, country } = word
  const found = await findCity(db, name, { ...choice, countryCode })
  if (found.kind !== 'unknown' || country === undefined) return [{ text, found }]
  const both = [name, country].map(async (one) => ({
    text: one,
    found: await findCity(db, one, choice),
  }))
  const apart = await Promise.all(both)
  return apart.every((one) => one.found.kind !== 'unknown') ? apart : [{ text, found }]
}

const suggestionText = (cities: readonly City[]): string =>
  cities.length === 0
    ? ''
    : ` (did you mean ${cities.map(({ id, name, countryCode }) => `${name}, ${countryCode}, id ${id}`).join('; or ')}?)`

function ambiguityText(text: string, cities: readonly City[]): string {
  const rows = cities.slice(0, MAX_CANDIDATES).map(candidateText)
  const more = cities.length - rows.length
  if (more > 0) rows.push(`and ${more} more`)
  return `${text} names ${cities.length} cities:\n${rows.map((row) => `  ${row}`).join('\n')}`
}

const candidateText = ({ id, name, countryCode, population }: City): string =>
  `${id}  ${name}, ${countryCode}, population ${population ?? 'unknown'}`
