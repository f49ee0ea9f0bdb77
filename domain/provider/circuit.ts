import { MINUTE_MS, SECOND_MS } from '../time/durations.ts'
import type { Product } from '../weather/product.ts'
import type { ProviderId } from './provider-catalogue.ts'

/** `failing`: most requests fail. `contract`: its answers no longer have the form we know. */
export const CIRCUIT_CAUSES = ['failing', 'contract'] as const

export type CircuitCause = (typeof CIRCUIT_CAUSES)[number]

/** What keeps an endpoint of a provider from being asked, in every process. */
export interface Circuit {
  readonly provider: ProviderId
  readonly endpoint: string
  readonly cause: CircuitCause
  readonly reason: string
  readonly openedAt: Date
  /** From then on one request may probe it. */
  readonly openUntil: Date
  readonly failedProbes: number
  readonly probeUntil: Date | null
  /** Null while it is open. */
  readonly closedAt: Date | null
  /** How the unreadable answer began, with keys masked. */
  readonly sample: string | null
}

export type OpenPeriodsMs = readonly [number, ...number[]]

/** A probe ends each open period; each failed probe makes the next period longer, up to the last. */
export const OPEN_PERIODS_MS: Readonly<Record<CircuitCause, OpenPeriodsMs>> = {
  failing: [2 * SECOND_MS, 3 * SECOND_MS, 5 * SECOND_MS, 8 * SECOND_MS, 10 * SECOND_MS],
  // A changed API stays changed until an adapter follows it.
  contract: [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, 60 * MINUTE_MS],
}

export const periodMs = (periods: OpenPeriodsMs, failedProbes: number): number =>
  periods[failedProbes] ?? periods.at(-1) ?? periods[0]

/** The endpoint that requests for these products go to. */
export const endpointOf = (products: readonly Product[]): string => products.join('+')

/** What an operator reads of it. */
export const circuitText = ({ endpoint, cause, openedAt, reason }: Circuit): string => {
  const since = openedAt.toISOString()
  return cause === 'contract'
    ? `${endpoint} is quarantined since ${since}: its answers no longer have the form we know (${reason})`
    : `the circuit of ${endpoint} is open since ${since}, after too many failures: ${reason}`
}
