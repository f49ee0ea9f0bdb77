import type { Freshness } from '../../domain/weather/freshness.ts'

/** How much of the pie is left: never colour alone. */
const QUARTERS: Readonly<Record<Freshness, number>> = {
  very_fresh: 4,
  fresh: 3,
  stale: 2,
  very_stale: 1,
  no_data: 0,
}

const SLICES = ['', 'M8 8V2A6 6 0 0 1 14 8Z', 'M8 8V2A6 6 0 0 1 8 14Z', 'M8 8V2A6 6 0 1 1 2 8Z']

/** A word stands beside it, so it says nothing to a screen reader. */
export function Pie({ of }: { readonly of: Freshness }) {
  const quarters = QUARTERS[of]
  return (
    <svg class={`pie ${of}`} viewBox="0 0 16 16" aria-hidden="true">
      <circle class="ring" cx="8" cy="8" r="6" />
      {quarters === 4 ? <circle class="slice" cx="8" cy="8" r="6" /> : null}
      {quarters > 0 && quarters < 4 ? <path class="slice" d={SLICES[quarters]} /> : null}
    </svg>
  )
}

/** States of other things, in the same five shades. */
const STATE_SHADES: Readonly<Record<string, Freshness>> = {
  ok: 'fresh',
  healthy: 'fresh',
  completed: 'fresh',
  success: 'fresh',
  started: 'very_fresh',
  running: 'very_fresh',
  notice: 'stale',
  info: 'very_fresh',
  partial: 'stale',
  completed_partial: 'stale',
  warning: 'stale',
  degraded: 'stale',
  retry: 'stale',
  pending: 'stale',
  error: 'very_stale',
  failed: 'very_stale',
  failure: 'very_stale',
  timed_out: 'very_stale',
  critical: 'very_stale',
  emergency: 'very_stale',
  unhealthy: 'very_stale',
}

export const shadeOf = (state: string): Freshness => STATE_SHADES[state.toLowerCase()] ?? 'no_data'
