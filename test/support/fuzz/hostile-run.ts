import { expect } from 'vitest'
import type { ProviderId } from '../../../domain/provider/provider-catalogue.ts'
import type { Fault } from '../../../emulator/index.ts'
import type { FuzzRun, FuzzScene } from './fuzz-scene.ts'

export type Spoiling = Omit<Fault, 'provider'>

/** What came of it when the first provider sent this, with a healthy one behind. */
export const sent = (
  scene: FuzzScene,
  [hostile, healthy]: readonly [ProviderId, ProviderId],
  spoiling: Spoiling,
): Promise<FuzzRun> => scene.run([hostile, healthy], [{ provider: hostile, ...spoiling }])

/** Ids of the cities for which this provider's rows of a table are stored. */
export const storedBy = ({ rows }: FuzzRun, table: string, provider: ProviderId): number[] => [
  ...new Set(
    [...rows]
      .filter(([key, row]) => key.startsWith(table) && row['provider'] === provider)
      .map(([, row]) => Number(row['cityId'])),
  ),
]

export const failuresOf = ({ served }: FuzzRun, cityId?: number): string[] =>
  served
    .filter((one) => cityId === undefined || one.cityId === cityId)
    .flatMap(({ attempts }) => attempts)
    .filter(({ outcome }) => outcome !== 'ok')
    .map(({ provider, outcome }) => `${provider} ${outcome}`)

export const messagesOf = ({ served }: FuzzRun): string[] =>
  served.flatMap(({ attempts }) => attempts.flatMap(({ message }) => message ?? []))

export const ALL_IDS = Array.from({ length: 20 }, (_, index) => index + 1)
export const without = (...ids: number[]): number[] => ALL_IDS.filter((id) => !ids.includes(id))
export const sorted = (ids: readonly number[]): number[] =>
  ids.toSorted((one, other) => one - other)

export const expectAllOk = ({ served }: FuzzRun): void => {
  expect(served.filter(({ outcome }) => outcome !== 'ok')).toEqual([])
}
