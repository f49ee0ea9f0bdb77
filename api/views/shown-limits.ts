import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { inUse, type ProviderSetup } from '../../domain/provider/provider-setup.ts'
import type { QuotaLimit } from '../../domain/quota/windows.ts'
import type { Adapters } from '../deps.ts'

export type ShownLimit = QuotaLimit & {
  /** Weight that is held back for products which no later provider has. */
  readonly reserved: number
}

export type ShownLimits = Partial<Readonly<Record<ProviderId, readonly ShownLimit[]>>>

/** The limits of the providers in use, in their order. */
export function shownLimits(
  setups: readonly ProviderSetup[],
  adapters: Adapters | undefined,
): ShownLimits {
  const used = inUse(setups)
  return Object.fromEntries(
    used.map(({ id, limits }, index) => {
      const later = used.slice(index + 1).map((one) => one.id)
      const reservedOf = (limit: QuotaLimit) => adapters?.reservedOf(id, later, limit) ?? 0
      return [id, limits.quota.map((limit) => ({ ...limit, reserved: reservedOf(limit) }))]
    }),
  )
}
