import type { ComponentStatus } from '../../domain/health/overall-status.ts'
import { AnswerLate, within } from '../readiness/finding.ts'

export interface ComponentState {
  readonly status: ComponentStatus
  /** Null where nothing is wrong. */
  readonly reason: string | null
}

export interface TimedState extends ComponentState {
  /** How long the check took; null where nothing was asked. */
  readonly latencyMs: number | null
}

export const HEALTHY: ComponentState = { status: 'healthy', reason: null }

const state = (status: ComponentStatus) => (reason: string) => ({ status, reason })

export const degraded = state('degraded')
export const unhealthy = state('unhealthy')
export const unknown = state('unknown')
export const notUsed = state('not_used')

export const unasked = (of: ComponentState): TimedState => ({ ...of, latencyMs: null })

export interface TimedCheck<State extends ComponentState> {
  readonly limitMs: number
  readonly check: () => Promise<State>
  /** Where the check has thrown, or was late. */
  readonly failed: (reason: string, error: unknown) => State
}

/** Never throws, and is never later than its limit. */
export async function timed<State extends ComponentState>({
  limitMs,
  check,
  failed,
}: TimedCheck<State>): Promise<State & TimedState> {
  const startedAt = performance.now()
  const found = await within(limitMs, check()).catch((error: unknown) =>
    failed(error instanceof AnswerLate ? error.message : 'it cannot be reached', error),
  )
  return { ...found, latencyMs: Math.round((performance.now() - startedAt) * 10) / 10 }
}
