/** A row longer than its limit, or a quote that nothing closes. */
export class CsvError extends Error {
  override readonly name = 'CsvError'
}

/**
 * The rows of a text that arrives in pieces, by RFC 4180: quoted fields may hold commas, doubled
 * quotes and line breaks. Empty lines are skipped; never more than a row is held. Fields are views
 * into the pieces, which a field that is kept keeps in memory. @throws CsvError
 */
export async function* csvRows(
  pieces: AsyncIterable<string>,
  maxRowCharacters: number,
): AsyncGenerator<string[]> {
  const reader = new RowReader(maxRowCharacters)
  for await (const piece of pieces) yield* reader.read(piece)
  yield* reader.end()
}

const DELIMITERS = { plain: /[",\r\n]/g, quoted: /"/g } as const

class RowReader {
  readonly #maxCharacters: number
  #fields: string[] = []
  #field = ''
  #characters = 0
  #state: 'plain' | 'quoted' | 'quote in quoted' = 'plain'

  constructor(maxCharacters: number) {
    this.#maxCharacters = maxCharacters
  }

  *read(piece: string): Generator<string[]> {
    for (let at = 0; at < piece.length;) {
      const end = this.#endOfText(piece, at)
      this.#count(Math.min(end + 1, piece.length) - at)
      if (end > at) this.#add(piece.slice(at, end))
      const delimiter = piece[end]
      if (delimiter === '"') this.#addQuote()
      else if (delimiter !== undefined) yield* this.#separate(delimiter)
      at = end + 1
    }
  }

  *end(): Generator<string[]> {
    if (this.#state === 'quoted') throw new CsvError('a quote that nothing closes')
    yield* this.#endRow()
  }

  /** A search for each field, because a loop over its characters builds it from as many strings. */
  #endOfText(piece: string, from: number): number {
    const delimiter = this.#state === 'quoted' ? DELIMITERS.quoted : DELIMITERS.plain
    delimiter.lastIndex = from
    return delimiter.exec(piece)?.index ?? piece.length
  }

  #count(characters: number): void {
    this.#characters += characters
    if (this.#characters > this.#maxCharacters) {
      throw new CsvError(`a row of more than ${this.#maxCharacters} characters`)
    }
  }

  #add(text: string): void {
    this.#field += text
    if (this.#state === 'quote in quoted') this.#state = 'plain'
  }

  #addQuote(): void {
    if (this.#state === 'quoted') {
      this.#state = 'quote in quoted'
      return
    }
    const isDoubled = this.#state === 'quote in quoted'
    const opens = this.#state === 'plain' && this.#field === ''
    if (!opens) this.#field += '"'
    this.#state = isDoubled || opens ? 'quoted' : 'plain'
  }

  *#separate(delimiter: string): Generator<string[]> {
    this.#state = 'plain'
    if (delimiter === ',') this.#endField()
    else if (delimiter === '\n') yield* this.#endRow()
  }

  #endField(): void {
    this.#fields.push(this.#field)
    this.#field = ''
  }

  *#endRow(): Generator<string[]> {
    this.#endField()
    const row = this.#fields
    this.#fields = []
    this.#characters = 0
    this.#state = 'plain'
    if (row.some((field) => field !== '')) yield row
  }
}
