import {
  ActivityCancellationType,
  proxyActivities,
  type ActivityInterfaceFor,
} from '@temporalio/workflow'
import type {
  AnalyticsActivities,
  CleanupActivities,
  MonitoringActivities,
  RefreshActivities,
  RunSummaryActivities,
  WarmingActivities,
} from '../activities/index.ts'
import type { RefreshTimings } from '../contracts/refresh.ts'

type Refresh = ActivityInterfaceFor<RefreshActivities>
type Summaries = ActivityInterfaceFor<RunSummaryActivities>
type Warming = ActivityInterfaceFor<WarmingActivities>
type Monitoring = ActivityInterfaceFor<MonitoringActivities>
type Analytics = ActivityInterfaceFor<AnalyticsActivities>
type Cleanup = ActivityInterfaceFor<CleanupActivities>

/** A cancelled run says what was done: until its activities have ended, they may still do it. */
const cancellationType = ActivityCancellationType.WAIT_CANCELLATION_COMPLETED

/** Reads and small writes: seconds, and again for as long as the database is away. */
const SMALL = {
  cancellationType,
  startToCloseTimeout: '60s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '20s' },
} as const

/** Loops over pages; heartbeats tell a dead worker, and where the next attempt goes on. */
const PAGES = {
  cancellationType,
  startToCloseTimeout: '30m',
  heartbeatTimeout: '60s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '20s' },
} as const

export const summaries = proxyActivities<Summaries>(SMALL)
export const warming = proxyActivities<Warming>(SMALL)
export const monitoring = proxyActivities<Monitoring>(SMALL)
export const analytics = proxyActivities<Analytics>(PAGES)
/** Its activities tell every few seconds that they live. */
export const cleanup = proxyActivities<Cleanup>({ ...PAGES, heartbeatTimeout: '15s' })

export const storage =
  proxyActivities<
    Pick<
      Refresh,
      | 'countDueCities'
      | 'nextDueCities'
      | 'storeRefreshSummary'
      | 'tallyRun'
      | 'claimCities'
      | 'releaseCities'
    >
  >(SMALL)

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
