import { setTimeout as sleep } from 'node:timers/promises'
import type { Answers, ProviderRequest } from '../../domain/provider.ts'
import type { Turnstile } from '../../providers/turnstile.ts'
import { readingOf } from './fake-provider.ts'
import { until } from './until.ts'

export interface FakeTurnstile extends Turnstile {
  /** Every request that came, in order. */
  readonly passed: readonly ProviderRequest[]
  readonly signals: readonly AbortSignal[]
  /** The most that were inside at a time. */
  peak(): number
  /** Until so many requests have come. */
  waiting(count: number): Promise<unknown>
  /** Time in which more would have come. */
  idle(): Promise<void>
  /** Lets through who is held, and all who come. */
  release(): void
}

export interface FakeTurnstileOptions {
  /** Requests stay inside until `release`. */
  readonly held?: boolean
  /** Undefined: a reading for every place. */
  readonly answer?: (request: ProviderRequest) => Answers | undefined
}

const SEVERAL_LINGERS_MS = 30

export function fakeTurnstile({ held = false, answer }: FakeTurnstileOptions = {}): FakeTurnstile {
  const passed: ProviderRequest[] = []
  const signals: AbortSignal[] = []
  let inside = 0
  let peak = 0
  let release = (): void => undefined
  const gate = new Promise<void>((resolve) => {
    release = resolve
    if (!held) resolve()
  })
  return {
    passed,
    signals,
    peak: () => peak,
    waiting: (count) =>
      until(() => passed.length >= count, { what: `${count} requests came`, pollMs: 1 }),
    idle: () => sleep(SEVERAL_LINGERS_MS),
    release: () => release(),
    async pass(request, { signal }) {
      passed.push(request)
      signals.push(signal)
      inside += 1
      peak = Math.max(peak, inside)
      await gate
      await sleep(1)
      inside -= 1
      const all = () => request.places.map(({ id }) => [id, readingOf(request.products)] as const)
      return answer?.(request) ?? new Map(all())
    },
  }
}

export const idsOf = ({ places }: ProviderRequest): number[] => places.map(({ id }) => id)
