import {
  ActivityCancellationType,
  proxyActivities,
  type ActivityInterfaceFor,
} from '@temporalio/workflow'
import type { RefreshActivities } from '../activities/index.ts'
import type { RefreshTimings } from '../contracts/refresh.ts'

type Refresh = ActivityInterfaceFor<RefreshActivities>

/** A cancelled run says what was done: until its activities have ended, they may still do it. */
const cancellationType = ActivityCancellationType.WAIT_CANCELLATION_COMPLETED

/** Reads and small writes: seconds, and again for as long as the database is away. */
export const storage = proxyActivities<
  Pick<
    Refresh,
    | 'countDueCities'
    | 'nextDueCities'
    | 'storeRefreshSummary'
    | 'tallyRun'
    | 'claimCities'
    | 'releaseCities'
  >
>({
  cancellationType,
  startToCloseTimeout: '60s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '20s' },
})

/** Waiting for other runs heartbeats; a claim nobody extends runs out within minutes. */
export const { awaitOtherRuns } = proxyActivities<Pick<Refresh, 'awaitOtherRuns'>>({
  cancellationType,
  startToCloseTimeout: '30m',
  heartbeatTimeout: '15s',
  retry: { initialInterval: '1s', maximumInterval: '20s' },
})

/**
 * A shard in bulk never fails for a provider's reasons, so its retries are those of crashes and of
 * an absent database; heartbeats tell a dead worker from a long queue in a lane.
 */
export const { refreshCitiesInBulk } = proxyActivities<Pick<Refresh, 'refreshCitiesInBulk'>>({
  cancellationType,
  startToCloseTimeout: '30m',
  heartbeatTimeout: '15s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '20s' },
})

/** Crashes of workers use up attempts too; they are not the city's, so there are some to spare. */
const ATTEMPTS_FOR_CRASHES = 30

/** The activity decides by itself which try is the last, by `retryMaxAttempts`. */
export const refreshCityWith = ({ retryInitialMs, retryMaxAttempts }: CityRetry) =>
  proxyActivities<Pick<Refresh, 'refreshCity'>>({
    cancellationType,
    startToCloseTimeout: '10m',
    heartbeatTimeout: '15s',
    retry: {
      initialInterval: retryInitialMs,
      backoffCoefficient: 2,
      maximumInterval: '60s',
      maximumAttempts: retryMaxAttempts + ATTEMPTS_FOR_CRASHES,
    },
  }).refreshCity

type CityRetry = Pick<RefreshTimings, 'retryInitialMs' | 'retryMaxAttempts'>
