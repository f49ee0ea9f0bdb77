export interface CsvRow {
  /** Where it begins; the first line is 1. */
  readonly line: number
  readonly fields: readonly string[]
}

export interface Csv {
  readonly rows: readonly CsvRow[]
  /** Where a quote was opened that nothing closes. */
  readonly openQuoteLine: number | undefined
}

/** RFC 4180: quoted fields may hold commas, doubled quotes and line breaks. Empty lines are skipped. */
export function parseCsv(text: string, separator = ','): Csv {
  const rows: CsvRow[] = []
  let [line, startLine, quoteLine] = [1, 1, 1]
  let fields: string[] = []
  let field = ''
  let isQuoted = false
  const endField = () => {
    fields.push(field)
    field = ''
  }
  const endRow = () => {
    endField()
    if (fields.some((value) => value !== '')) rows.push({ line: startLine, fields })
    fields = []
    startLine = line
  }

  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (char === '\n') line += 1
    if (isQuoted) {
      if (char !== '"') field += char
      else if (text[at + 1] === '"') field += text.charAt((at += 1))
      else isQuoted = false
    } else if (char === '"' && field === '') {
      isQuoted = true
      quoteLine = line
    } else if (char === separator) endField()
    else if (char === '\n') endRow()
    else if (char !== '\r') field += char
  }
  endRow()
  return { rows, openQuoteLine: isQuoted ? quoteLine : undefined }
}
