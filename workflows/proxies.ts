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
import type { RefreshCityInput } from '../contracts/refresh.ts'

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

/** Waits for providers or for other runs; heartbeats tell a dead worker from a long queue. */
const WAITING = {
  cancellationType,
  startToCloseTimeout: '30m',
  heartbeatTimeout: '15s',
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
      | 'sampleLeftCities'
      | 'claimCities'
      | 'releaseCities'
    >
  >(SMALL)

/** A claim that nobody extends runs out within minutes. */
export const awaitOtherRunsAt = (cities: number) =>
  proxyActivities<Pick<Refresh, 'awaitOtherRuns'>>({
    summary: `other runs are at ${cities} of the cities`,
    ...WAITING,
  }).awaitOtherRuns

/** Never fails for a provider's reasons: its retries are those of crashes and an absent database. */
export const refreshInBulk = (cities: number) =>
  proxyActivities<Pick<Refresh, 'refreshCitiesInBulk'>>({
    summary: `${cities} cities in bulk`,
    ...WAITING,
  }).refreshCitiesInBulk

/** Crashes of workers use up attempts too; they are not the city's, so there are some to spare. */
const ATTEMPTS_FOR_CRASHES = 30

/** The activity decides by itself which try is the last, by `retryMaxAttempts`. */
export const refreshCityWith = ({ city, timings }: RefreshCityInput) =>
  proxyActivities<Pick<Refresh, 'refreshCity'>>({
    summary: `${city.name}, ${city.countryCode} (city ${city.id})`,
    cancellationType,
    startToCloseTimeout: '10m',
    heartbeatTimeout: '15s',
    retry: {
      initialInterval: timings.retryInitialMs,
      backoffCoefficient: 2,
      maximumInterval: '60s',
      maximumAttempts: timings.retryMaxAttempts + ATTEMPTS_FOR_CRASHES,
    },
  }).refreshCity
