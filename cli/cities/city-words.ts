/** How a person names a city: by GeoNames id, by name, or by name and country. */
export type CityWord =
  | { readonly kind: 'id'; readonly id: number }
  | { readonly kind: 'name'; readonly name: string; readonly countryCode?: string }

/**
 * `London "New York City,Paris" London,CA 2950159`: commas separate cities too, and two capital
 * letters after a comma are the country of the name before.
 */
export function parseCityWords(words: readonly string[]): CityWord[] {
  const found: CityWord[] = []
  for (const word of words) {
    const pieces = word.split(',').map((piece) => piece.trim())
    for (const [index, piece] of pieces.entries()) {
      const before = found.at(-1)
      if (piece === '') continue
      if (/^\d+$/.test(piece)) found.push({ kind: 'id', id: Number(piece) })
      else if (index > 0 && /^[A-Z]{2}$/.test(piece) && isBareName(before))
        found.splice(-1, 1, { ...before, countryCode: piece })
      else found.push({ kind: 'name', name: piece })
    }
  }
  return found
}

const isBareName = (word: CityWord | undefined): word is CityWord & { kind: 'name' } =>
  word?.kind === 'name' && word.countryCode === undefined

export function cityWordText(word: CityWord): string {
  if (word.kind === 'id') return `id ${word.id}`
  return word.countryCode === undefined ? word.name : `${word.name},${word.countryCode}`
}
