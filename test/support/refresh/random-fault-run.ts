import { expect } from 'vitest'
import type { RefreshAllCitiesResult } from '../../../contracts/refresh-results.ts'
import { PROVIDER_ERROR_KINDS } from '../../../domain/provider/provider-error.ts'
import type { Fault } from '../../../emulator/index.ts'

const EVERY_TENTH = 0.1

/** A random fault for every tenth answer: of a request for many places, also for every tenth part. */
export const faultsFor = (seed: number): Fault[] => [
  ...(['open-meteo', 'met-norway', 'weatherapi'] as const).map((provider): Fault => ({
    provider,
    kind: 'random',
    share: EVERY_TENTH,
    seed,
  })),
  { provider: 'open-meteo', kind: 'random', placeShare: EVERY_TENTH, seed: seed + 1 },
]

const FAILURES: ReadonlySet<string> = new Set(PROVIDER_ERROR_KINDS)
const SUCCESSES: ReadonlySet<string> = new Set(['ok', 'unchanged', 'remembered'])

/** Nearly all are served by someone, and each that was not is named with every attempt's reason. */
export function expectNearlyAllServed(result: RefreshAllCitiesResult, cities: number): void {
  const { ok, partial, failed, joined, skipped, left, total, failures } = result
  expect(total).toBe(cities)
  expect(ok + partial + failed + joined + skipped + left).toBe(total)
  expect({ joined, skipped, left }).toEqual({ joined: 0, skipped: 0, left: 0 })
  expect(ok + partial).toBeGreaterThanOrEqual(cities * 0.9)
  expect(failures).toHaveLength(failed)
  expect(new Set(failures.map(({ cityId }) => cityId)).size).toBe(failed)
  for (const { attempts } of failures) {
    const bad = attempts.filter(({ outcome }) => !SUCCESSES.has(outcome))
    expect(bad).not.toEqual([])
    for (const { outcome, message } of bad) {
      expect(FAILURES).toContain(outcome)
      expect(message).toMatch(/\S/)
    }
  }
  const kinds = Object.values(result.providers).flatMap((one) => Object.entries(one.failures))
  for (const [kind] of kinds) expect(FAILURES).toContain(kind)
  // Otherwise nothing was tried.
  expect(kinds.reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThan(cities / 100)
}
