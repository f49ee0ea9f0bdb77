import { countryCodeOf } from '../../domain/city/country-name.ts'

/** How a person names a city: by GeoNames id, by name, or by name and country. */
export type CityWord =
  | { readonly kind: 'id'; readonly id: number }
  | {
      readonly kind: 'name'
      readonly name: string
      readonly countryCode?: string
      /** The text as written, which may also be two cities: `London, Singapore`. */
      readonly country?: string
    }

/**
 * `London "New York City,Paris" London,CA "Tokyo, Japan" 2950159`: commas separate cities too, and
 * what follows one is the country of the name before where it is two capital letters or a country.
 */
export function parseCityWords(words: readonly string[]): CityWord[] {
  const found: CityWord[] = []
  for (const word of words) {
    const pieces = word.split(',').map((piece) => piece.trim())
    for (const [index, piece] of pieces.entries()) {
      const before = found.at(-1)
      if (piece === '') continue
      const country = index > 0 && isBareName(before) ? countryOf(piece) : undefined
      if (/^\d+$/.test(piece)) found.push({ kind: 'id', id: Number(piece) })
      else if (country !== undefined && isBareName(before)) {
        found.splice(-1, 1, { ...before, ...country })
      } else found.push({ kind: 'name', name: piece })
    }
  }
  return found
}

function countryOf(piece: string): { countryCode: string; country?: string } | undefined {
  if (/^[A-Z]{2}$/.test(piece)) return { countryCode: countryCodeOf(piece) ?? piece }
  const countryCode = countryCodeOf(piece)
  return countryCode === undefined ? undefined : { countryCode, country: piece }
}

const isBareName = (word: CityWord | undefined): word is CityWord & { kind: 'name' } =>
  word?.kind === 'name' && word.countryCode === undefined

export function cityWordText(word: CityWord): string {
  if (word.kind === 'id') return `id ${word.id}`
  return word.countryCode === undefined ? word.name : `${word.name},${word.countryCode}`
}
