import type {
  PlaceRequest,
  PlaceAnswer,
  WeatherProvider,
} from '../../../domain/provider/provider.ts'
import type { Ceiling } from '../../../domain/plan/failover-ceilings.ts'
import type { ProviderId } from '../../../domain/provider/provider-catalogue.ts'
import type { Lane } from '../../../providers/lane-port.ts'
import { fakeProvider } from './fake-provider.ts'

export interface FakeLane extends Lane {
  readonly asked: readonly PlaceRequest[]
  /** Of each ask. */
  readonly maxQuotaWaitMs: readonly number[]
  readonly ceilings: readonly (Ceiling | undefined)[]
}

/** Answers one ask after the other; an error is thrown. */
export function fakeLane(
  id: ProviderId,
  answers: readonly (PlaceAnswer | Error)[],
  overrides: Partial<WeatherProvider> = {},
): FakeLane {
  const asked: PlaceRequest[] = []
  const maxQuotaWaitMs: number[] = []
  const ceilings: (Ceiling | undefined)[] = []
  return {
    provider: fakeProvider({ id, ...overrides }),
    asked,
    maxQuotaWaitMs,
    ceilings,
    send(request, options) {
      const answer = answers[asked.length]
      asked.push(request)
      maxQuotaWaitMs.push(options.maxQuotaWaitMs)
      ceilings.push(options.ceiling)
      if (answer === undefined) return Promise.reject(new Error(`${id} was asked once more`))
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
    },
  }
}
