const BARS = '▁▂▃▄▅▆▇█'

/** Higher is more; a space where there is nothing. */
export function sparkline(values: readonly (number | null)[]): string {
  const most = Math.max(...values.map((value) => value ?? 0), 1)
  return values
    .map((value) => {
      if (value === null) return ' '
      return BARS[Math.min(BARS.length - 1, Math.floor((value / most) * BARS.length))] ?? ' '
    })
    .join('')
}
