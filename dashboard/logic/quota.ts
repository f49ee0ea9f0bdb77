export interface WindowFact {
  readonly window: string
  readonly limit: number | null
  readonly used: number
  readonly used_share: number | null
  readonly exhausted_at: string | null
  readonly resets_at: string
}

export type LimitedWindow<Fact extends WindowFact> = Fact & { readonly limit: number }

/** The limited window that is used most; a minute fills and empties by design, so it is none. */
export function tightestWindow<Fact extends WindowFact>(
  windows: readonly Fact[],
): LimitedWindow<Fact> | undefined {
  const limited = windows.filter(
    (one): one is LimitedWindow<Fact> => one.limit !== null && one.window !== 'minute',
  )
  return limited.sort((one, other) => (other.used_share ?? 0) - (one.used_share ?? 0))[0]
}
