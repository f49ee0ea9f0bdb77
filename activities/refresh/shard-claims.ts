import { setTimeout as sleep } from 'node:timers/promises'
import type { RefreshContext } from '../../contracts/refresh.ts'
import type {
  AwaitOtherRunsInput,
  AwaitOtherRunsResult,
  ClaimActivities,
  ClaimCitiesResult,
} from '../../contracts/refresh-activities.ts'
import { tallyOf } from '../../contracts/city-tally.ts'
import { EMPTY_TALLY } from '../../contracts/tally.ts'
import { claimDue, claimsOf, releaseClaims } from '../../db/queries/claims.ts'
import { lastOutcomes } from '../../db/queries/outcomes.ts'
import type { Database } from '../../db/database.ts'
import type { CityId } from '../../domain/city/city.ts'
import { cutoffsOf } from './cutoffs.ts'
import { withHeartbeat } from '../heartbeat.ts'
import type { RefreshDeps } from './deps.ts'

const POLL_MS = 400
/** Grace before an expired claim is taken over: a run of the one city comes first. */
const TAKE_UP_AFTER_MS = 15_000

interface WaitedFor {
  /** Another run refreshed them. */
  readonly joined: readonly CityId[]
  /** Another run tried, and no provider answered. */
  readonly failed: readonly CityId[]
  /** The other run left them undone. */
  readonly abandoned: readonly CityId[]
}

export async function claimShard(
  { db, chain, now }: Pick<RefreshDeps, 'db' | 'chain' | 'now'>,
  context: RefreshContext,
  cityIds: readonly CityId[],
): Promise<ClaimCitiesResult> {
  const { claimed, held } = await claimDue(db, {
    runId: context.runId,
    cityIds,
    cutoffs: cutoffsOf(context, chain),
    now: now(),
    until: new Date(now().getTime() + context.claimMs),
  })
  const seen = new Set([...claimed.map(({ city }) => city.id), ...held])
  return { claimed, held, gone: cityIds.filter((id) => !seen.has(id)) }
}

/**
 * Waits until each city has been refreshed by the run that has claimed it. A claim that is not
 * extended expires, so the wait also ends after a crash of that run.
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
  const failed: CityId[] = []
  const abandoned: CityId[] = []
  while (waiting.length > 0) {
    const still: CityId[] = []
    for (const { cityId, heldBy, outcomeAt, outcome } of await claimsOf(db, waiting, now())) {
      const isOver = outcomeAt !== null && outcomeAt >= since && heldBy !== runId
      if (isOver) (outcome === 'failed' ? failed : joined).push(cityId)
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
  return { joined, failed, abandoned }
}

type Deps = Pick<RefreshDeps, 'db' | 'chain' | 'now'>

export function createClaimActivities(deps: Deps): ClaimActivities {
  return {
    claimCities: ({ context, cityIds }) => claimShard(deps, context, cityIds),
    releaseCities: ({ runId, cityIds }) => releaseClaims(deps.db, runId, cityIds),
    awaitOtherRuns: (input) => awaitOthers(deps, input),
  }
}

async function awaitOthers(
  { db, now }: Deps,
  { context, cityIds, failureSample = 0 }: AwaitOtherRunsInput,
): Promise<AwaitOtherRunsResult> {
  const { joined, abandoned, failed } = await withHeartbeat((signal) =>
    waitForOthers(db, {
      cityIds,
      runId: context.runId,
      since: new Date(context.startedAtMs),
      takeUpAfterMs: TAKE_UP_AFTER_MS,
      now,
      signal,
    }),
  )
  if (failed.length === 0) return { joined, abandoned }
  // Who served and failed whom is in the other run's tally already.
  const { failures } = tallyOf(await lastOutcomes(db, failed), failureSample)
  const others = { ...EMPTY_TALLY, failed: failed.length, failures }
  return { joined, abandoned, failed: others }
}
