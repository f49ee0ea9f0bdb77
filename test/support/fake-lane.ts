import type { Ask, PlaceAnswer, ProviderId, WeatherProvider } from '../../domain/provider.ts'
import type { Lane } from '../../providers/lane.ts'
import { fakeProvider } from './fake-provider.ts'

export interface FakeLane extends Lane {
  readonly asked: readonly Ask[]
  /** Of each ask. */
  readonly patienceMs: readonly number[]
}

/** Answers one ask after the other; an error is thrown. */
export function fakeLane(
  id: ProviderId,
  answers: readonly (PlaceAnswer | Error)[],
  overrides: Partial<WeatherProvider> = {},
): FakeLane {
  const asked: Ask[] = []
  const patienceMs: number[] = []
  return {
    provider: fakeProvider({ id, ...overrides }),
    asked,
    patienceMs,
    ask(ask, options) {
      const answer = answers[asked.length]
      asked.push(ask)
      patienceMs.push(options.patienceMs)
      if (answer === undefined) return Promise.reject(new Error(`${id} was asked once more`))
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
    },
  }
}
