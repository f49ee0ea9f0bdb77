import { keptForPeople } from '../../domain/plan/people-share.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { inUse, type ProviderSetup } from '../../domain/provider/provider-setup.ts'
import type { QuotaLimit } from '../../domain/quota/windows.ts'

export type ShownLimit = QuotaLimit & {
  /** Weight that the plan leaves to people's own requests at the start of the window. */
  readonly reserved: number
}

export type ShownLimits = Partial<Readonly<Record<ProviderId, readonly ShownLimit[]>>>

/** The limits of the providers in use, in their order. */
export const shownLimits = (setups: readonly ProviderSetup[]): ShownLimits =>
  Object.fromEntries(
    inUse(setups).map(({ id, limits }) => [
      id,
      limits.quota.map((limit) => ({ ...limit, reserved: keptForPeople(limit) })),
    ]),
  )
