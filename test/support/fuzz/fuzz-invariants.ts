import { expect } from 'vitest'
import type { City } from '../../../domain/city/city.ts'
import { PROVIDER_ERROR_KINDS } from '../../../domain/provider/provider-error.ts'
import { FUZZ_NOW, PLANTED, type FuzzRun, type FuzzScene } from './fuzz-scene.ts'
import { heldNumbers, inventedColumns } from './held-values.ts'

/** What each provider's sound answers come to in the database. */
export type SoundRows = FuzzRun['rows']

const NAMED = new Set<string>(['ok', 'unchanged', 'remembered', ...PROVIDER_ERROR_KINDS])

/** What holds after every run, whatever was sent about the struck cities. */
export function expectHonestStorage(
  { cities }: FuzzScene,
  { served, rows, sent, logged }: FuzzRun,
  sound: SoundRows,
  struck: ReadonlySet<City>,
): void {
  expect(served.map(({ cityId }) => cityId).toSorted((one, other) => one - other)).toEqual(
    cities.map(({ id }) => id),
  )
  for (const { outcome } of served.flatMap(({ attempts }) => attempts)) {
    expect(NAMED).toContain(outcome)
  }
  expectQuarantinesOnly(logged)
  expectNoPlantedKey({ served, logged })
  for (const city of cities) {
    const own = [...rows].filter(([, row]) => row['cityId'] === city.id)
    const result = served.find(({ cityId }) => cityId === city.id)
    const tables = new Set(own.map(([key]) => key.split(' ')[0]))
    expect(tables, `rows of ${city.name}, ${JSON.stringify(result?.attempts)}`).toEqual(
      new Set(['conditions', 'forecast_days', 'air_quality']),
    )
    expect(result).toMatchObject({ outcome: 'ok' })
    const held = struck.has(city) ? heldNumbers(sent, city) : undefined
    for (const [key, row] of own) {
      if (held && !isSame(row, sound.get(key))) {
        expect(inventedColumns(row, held, FUZZ_NOW), key).toEqual([])
      } else {
        expect(row, key).toEqual(sound.get(key))
      }
    }
  }
}

/** An endpoint is quarantined once, whatever its answers under way say; nothing else is an error. */
function expectQuarantinesOnly(logged: readonly string[]): void {
  const lines = logged.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
  expect(lines.filter(({ msg }) => msg !== 'an endpoint is quarantined')).toEqual([])
  const endpoints = lines.map(({ provider, endpoint }) => `${String(provider)} ${String(endpoint)}`)
  expect(endpoints).toEqual([...new Set(endpoints)])
}

/** In nothing that is handed on: attempts go to the API, to histories and to logs. */
export function expectNoPlantedKey(handedOn: Pick<FuzzRun, 'served' | 'logged'>): void {
  const text = JSON.stringify([handedOn.served, handedOn.logged])
  const at = text.search(PLANTED)
  expect(at === -1 ? '' : text.slice(Math.max(0, at - 200), at + 50)).toBe('')
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
