import { setTimeout as sleep } from 'node:timers/promises'
import type { RefreshContext } from '../contracts/refresh.ts'
import { claimDue, claimsOf, releaseClaims, type ClaimedCity } from '../db/queries/claims.ts'
import type { Database } from '../db/client.ts'
import type { CityId } from '../domain/city.ts'
import { cutoffsOf } from './due.ts'
import { whileBeating } from './heartbeat.ts'
import type { RefreshDeps } from './refresh-deps.ts'

const POLL_MS = 400
/** How long a city may be nobody's before a run takes it up: who waits for it by itself comes first. */
const TAKE_UP_AFTER_MS = 15_000

export interface ShardClaims {
  readonly claimed: readonly ClaimedCity[]
  /** Due, and another run is at it. */
  readonly held: readonly CityId[]
  /** Refreshed by another run since this one counted them. */
  readonly gone: readonly CityId[]
}

export interface WaitedFor {
  /** Another run refreshed them. */
  readonly joined: readonly CityId[]
  /** The other run left them undone. */
  readonly abandoned: readonly CityId[]
}

export async function claimShard(
  { db, chain, now }: Pick<RefreshDeps, 'db' | 'chain' | 'now'>,
  context: RefreshContext,
  cityIds: readonly CityId[],
  finished: ReadonlySet<CityId> = new Set(),
): Promise<ShardClaims> {
  const { claimed, held } = await claimDue(db, {
    runId: context.runId,
    cityIds,
    cutoffs: cutoffsOf(context, chain),
    now: now(),
    until: new Date(now().getTime() + context.claimMs),
  })
  const seen = new Set([...claimed.map(({ city }) => city.id), ...held, ...finished])
  return { claimed, held, gone: cityIds.filter((id) => !seen.has(id)) }
}

/**
 * Waits until each city has been refreshed by whoever holds it. A claim runs out when nobody
 * extends it, so the wait ends also after a crash of the other.
 */
export async function waitForOthers(
  db: Database,
  options: {
    cityIds: readonly CityId[]
    runId: string
    since: Date
    takeUpAfterMs: number
    now: () => Date
    signal: AbortSignal
  },
): Promise<WaitedFor> {
  const { runId, since, takeUpAfterMs, now, signal } = options
  const joined: CityId[] = []
  const freeSince = new Map<CityId, number>()
  let waiting = [...options.cityIds]
  const abandoned: CityId[] = []
  while (waiting.length > 0) {
    const still: CityId[] = []
    for (const { cityId, heldBy, outcomeAt } of await claimsOf(db, waiting, now())) {
      if (outcomeAt !== null && outcomeAt >= since && heldBy !== runId) joined.push(cityId)
      else if (heldBy !== null && heldBy !== runId) {
        freeSince.delete(cityId)
        still.push(cityId)
      } else {
        const free = freeSince.get(cityId) ?? now().getTime()
        freeSince.set(cityId, free)
        if (now().getTime() - free < takeUpAfterMs) still.push(cityId)
        else abandoned.push(cityId)
      }
    }
    waiting = still
    if (waiting.length > 0) await sleep(POLL_MS, undefined, { signal })
  }
  return { joined, abandoned }
}

export function createClaimActivities(deps: Pick<RefreshDeps, 'db' | 'chain' | 'now'>) {
  const { db, now } = deps
  return {
    claimCities(input: {
      context: RefreshContext
      cityIds: readonly CityId[]
    }): Promise<ShardClaims> {
      return claimShard(deps, input.context, input.cityIds)
    },

    /** Gives cities back to whoever else wants them. */
    releaseCities(input: { runId: string; cityIds: readonly CityId[] }): Promise<void> {
      return releaseClaims(db, input.runId, input.cityIds)
    },

    awaitOtherRuns(input: {
      context: RefreshContext
      cityIds: readonly CityId[]
    }): Promise<WaitedFor> {
      const { context, cityIds } = input
      const since = new Date(context.startedAtMs)
      return whileBeating((signal) =>
        waitForOthers(db, {
          cityIds,
          runId: context.runId,
          since,
          takeUpAfterMs: TAKE_UP_AFTER_MS,
          now,
          signal,
        }),
      )
    },
  }
}

export type ClaimActivities = ReturnType<typeof createClaimActivities>
