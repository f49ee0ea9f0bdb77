export interface Point {
  /** In seconds since 1970. */
  readonly at: number
  readonly low: number | null
  readonly value: number | null
  readonly high: number | null
  readonly providers: readonly string[] | null
}

/** A span served by the same providers. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly providers: string
}

export type Columns = [number[], (number | null)[], (number | null)[], (number | null)[]]

/** Where points are farther apart than this many steps, nothing is known in between. */
const GAP_STEPS = 2.5

/** By time, with a null wherever nothing is known: a line over a gap would be invented. */
export function columnsOf(points: readonly Point[], stepSeconds: number): Columns {
  const columns: Columns = [[], [], [], []]
  let last: Point | undefined
  for (const point of sorted(points)) {
    if (last && point.at - last.at > GAP_STEPS * stepSeconds) {
      push(columns, { ...last, at: last.at + stepSeconds, low: null, value: null, high: null })
    }
    push(columns, point)
    last = point
  }
  return columns
}

function push([at, low, value, high]: Columns, point: Point): void {
  at.push(point.at)
  low.push(point.low)
  value.push(point.value)
  high.push(point.high)
}

const sorted = (points: readonly Point[]): Point[] =>
  [...points].sort((one, other) => one.at - other.at)

/** Whose values they are, in as few spans as there are changes. */
export function sourceSpans(points: readonly Point[], stepSeconds: number): Span[] {
  const spans: Span[] = []
  for (const { at, providers } of sorted(points)) {
    const names = providers === null ? 'not kept' : providers.join(', ')
    const last = spans.at(-1)
    if (last?.providers === names && at - last.to <= GAP_STEPS * stepSeconds) {
      spans[spans.length - 1] = { ...last, to: at }
    } else {
      spans.push({ from: at, to: at, providers: names })
    }
  }
  return spans
}

/** The chart in one sentence, for who does not see it. */
export function sentenceOf(points: readonly Point[], unit: string): string {
  const lows = points.flatMap(({ low, value }) => low ?? value ?? [])
  const highs = points.flatMap(({ high, value }) => high ?? value ?? [])
  if (lows.length === 0) return 'No temperatures are stored for this span.'
  const text = (value: number) => `${value.toFixed(1)} ${unit}`
  return `Temperatures between ${text(Math.min(...lows))} and ${text(Math.max(...highs))}, ${points.length} ${points.length === 1 ? 'value' : 'values'}.`
}
