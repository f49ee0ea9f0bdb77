import type { Adapters } from '../../../api/deps.ts'
import { PROVIDER_IDS, type ProviderId } from '../../../domain/provider/provider-catalogue.ts'
import type { InstalledProvider, KeyStatus } from '../../../domain/provider/provider-setup.ts'
import type { LimitSetting } from '../../../domain/quota/limit-text.ts'

/** For an API that is asked for nothing that only adapters can do. */
export const NO_ADAPTERS: Adapters = {
  pricing: () => Promise.resolve([]),
  test: (id) => Promise.reject(new Error(`${id} is not tested here`)),
}

export interface InstalledOptions {
  readonly keys?: Partial<Readonly<Record<ProviderId, KeyStatus>>>
  readonly barred?: Partial<Readonly<Record<ProviderId, string>>>
}

/** What settings with this order and these limits say of every provider. */
export function installed(
  order: Partial<Readonly<Record<ProviderId, readonly LimitSetting[]>>>,
  { keys = {}, barred = {} }: InstalledOptions = {},
): InstalledProvider[] {
  const ids = Object.keys(order)
  return PROVIDER_IDS.map((id) => {
    const position = ids.indexOf(id)
    const quota = order[id]
    return {
      id,
      position: position === -1 ? null : position,
      key: keys[id] ?? 'not_needed',
      limits: quota && { limits: { quota }, source: 'test', asOf: '2026-11-22' },
      barredBy: barred[id] ?? null,
    }
  })
}
