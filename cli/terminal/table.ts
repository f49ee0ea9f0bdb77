import Table from 'cli-table3'

export interface Column<Row> {
  readonly title: string
  readonly text: (row: Row) => string
  readonly align?: 'left' | 'right'
  /** Those with the highest number are left out first where the terminal is narrow; 0 always stays. */
  readonly rank: number
}

/** Columns of the terminal; undefined where output goes elsewhere, which has room for all. */
export const terminalWidth = (): number | undefined =>
  process.stdout.isTTY ? process.stdout.columns : undefined

/** Between two columns, and at both ends. */
const PADDING = 2
const BORDER = 1
/** In a narrower column every word is broken after a few letters. */
const NARROWEST = 6

/** A table that fits: columns are left out by rank, and what is still too wide is wrapped. */
export function tableText<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  width: number | undefined = terminalWidth(),
): string {
  const shown = fitting(columns, rows, width)
  const widths = narrowed(
    shown.map((column) => widthOf(column, rows)),
    width,
  )
  const table = new Table({
    head: shown.map(({ title }) => title),
    colAligns: shown.map(({ align = 'left' }) => align),
    colWidths: widths,
    wordWrap: true,
    wrapOnWordBoundary: false,
    style: { head: [], border: [] },
  })
  table.push(...rows.map((row) => shown.map(({ text }) => text(row))))
  return table.toString()
}

function fitting<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  width: number | undefined,
): readonly Column<Row>[] {
  let shown = columns
  const isTooWide = () =>
    width !== undefined && totalOf(shown.map((column) => widthOf(column, rows))) > width
  while (isTooWide()) {
    const last = Math.max(...shown.map(({ rank }) => rank))
    if (last === 0) break
    shown = shown.filter(({ rank }) => rank !== last)
  }
  return shown
}

const widthOf = <Row>({ title, text }: Column<Row>, rows: readonly Row[]): number =>
  PADDING + Math.max(cells(title), ...rows.map((row) => cells(text(row))))

const totalOf = (widths: readonly number[]): number =>
  widths.reduce((sum, width) => sum + width, 0) + BORDER * (widths.length + 1)

/** Takes from the widest until all fit. */
function narrowed(widths: number[], width: number | undefined): number[] {
  while (width !== undefined && totalOf(widths) > width) {
    const widest = Math.max(...widths)
    if (widest <= NARROWEST) break
    widths[widths.indexOf(widest)] = widest - 1
  }
  return widths
}

/** As wide as a terminal draws it, lines apart: East Asian letters take two cells, marks none. */
function cells(text: string): number {
  const lines = text.split('\n').map((line) => {
    const wide = line.match(
      /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}/gu,
    )
    return [...line.replace(/[\p{Mark}\p{Format}]/gu, '')].length + (wide?.length ?? 0)
  })
  return Math.max(...lines)
}
