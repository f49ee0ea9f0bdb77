export type CsvValue = string | number | boolean | null

/** What a spreadsheet would take for a formula, also after blanks. */
const FORMULA = /^[\s]*[=+\-@\t\r]/

const quoted = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/** A text that looks like a formula gets an apostrophe before it; a number is one, also below zero. */
function cell(value: CsvValue): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  return quoted(FORMULA.test(value) ? `'${value}` : value)
}

/** RFC 4180: a header, then rows, each ended by CRLF; what is not known is an empty field. */
export const csvText = (
  header: readonly string[],
  rows: readonly (readonly CsvValue[])[],
): string => [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
