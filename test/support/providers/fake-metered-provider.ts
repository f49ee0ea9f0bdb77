import { setTimeout as sleep } from 'node:timers/promises'
import type { Answers, ProviderRequest } from '../../../domain/provider/provider.ts'
import type { MeteredSendOptions, MeteredProvider } from '../../../providers/metered-provider.ts'
import { readingOf } from './fake-provider.ts'
import { until } from '../until.ts'

export interface FakeMeteredProvider extends MeteredProvider {
  /** Every request that came, in order. */
  readonly passed: readonly ProviderRequest[]
  readonly signals: readonly AbortSignal[]
  readonly options: readonly MeteredSendOptions[]
  /** The most that were inside at a time. */
  peak(): number
  /** Resolves when this number of requests has arrived. */
  waiting(count: number): Promise<unknown>
  /** Time in which more would have come. */
  idle(): Promise<void>
  /** Lets through who is held, and all who come. */
  release(): void
}

export interface FakeMeteredProviderOptions {
  /** Requests stay inside until `release`. */
  readonly held?: boolean
  /** Undefined: a reading for every place. */
  readonly answer?: (request: ProviderRequest) => Answers | undefined
}

const SEVERAL_LINGERS_MS = 30

export function fakeMeteredProvider({
  held = false,
  answer,
}: FakeMeteredProviderOptions = {}): FakeMeteredProvider {
  const passed: ProviderRequest[] = []
  const signals: AbortSignal[] = []
  const passOptions: MeteredSendOptions[] = []
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
    options: passOptions,
    peak: () => peak,
    waiting: (count) =>
      until(() => passed.length >= count, { what: `${count} requests came`, pollMs: 1 }),
    idle: () => sleep(SEVERAL_LINGERS_MS),
    release: () => release(),
    async send(request, options) {
      passed.push(request)
      signals.push(options.signal)
      passOptions.push(options)
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
