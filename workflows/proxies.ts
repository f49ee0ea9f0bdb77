import {
  ActivityCancellationType,
  proxyActivities,
  type ActivityInterfaceFor,
} from '@temporalio/workflow'
import type { AnalyticsActivities } from '../contracts/analytics.ts'
import type { CleanupActivities } from '../contracts/cleanup.ts'
import type { NotificationActivities } from '../contracts/deliver-webhook.ts'
import type { MonitoringActivities } from '../contracts/monitor-quota.ts'
import type { RefreshActivities } from '../contracts/refresh-activities.ts'
import type { RefreshCityInput } from '../contracts/refresh.ts'
import { RECORDED_CRASH_ATTEMPTS } from '../contracts/refresh-shape.ts'
import type { RunSummaryActivities } from '../contracts/run-summary.ts'
import type { WarmingActivities } from '../contracts/warm-cache.ts'

type Refresh = ActivityInterfaceFor<RefreshActivities>
type Summaries = ActivityInterfaceFor<RunSummaryActivities>
type Warming = ActivityInterfaceFor<WarmingActivities>
type Monitoring = ActivityInterfaceFor<MonitoringActivities>
type Notifications = ActivityInterfaceFor<NotificationActivities>
type Analytics = ActivityInterfaceFor<AnalyticsActivities>
type Cleanup = ActivityInterfaceFor<CleanupActivities>

/** A cancelled run reports what was done, and until its activities have ended they may do more. */
const cancellationType = ActivityCancellationType.WAIT_CANCELLATION_COMPLETED

/** Reads and small writes: seconds, retried for as long as the database is away. */
const SMALL = {
  cancellationType,
  startToCloseTimeout: '60s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '20s' },
} as const

/** Loops over pages; heartbeats reveal a dead worker, and where the next attempt goes on. */
const PAGES = {
  cancellationType,
  startToCloseTimeout: '30m',
  heartbeatTimeout: '60s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '20s' },
} as const

/** Waits for providers or for other runs; heartbeats distinguish a dead worker from a long queue. */
const WAITING = {
  cancellationType,
  startToCloseTimeout: '30m',
  heartbeatTimeout: '15s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '20s' },
} as const

export const summaries = proxyActivities<Summaries>(SMALL)
export const warming = proxyActivities<Warming>(SMALL)
export const monitoring = proxyActivities<Monitoring>(SMALL)
/** As long as its batch of slow receivers takes; each is a heartbeat. */
export const notifications = proxyActivities<Notifications>({
  ...WAITING,
  startToCloseTimeout: '10m',
  heartbeatTimeout: '60s',
})
export const analytics = proxyActivities<Analytics>(PAGES)
/** Its activities heartbeat every few seconds. */
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
      | 'leftCities'
      | 'claimCities'
      | 'releaseCities'
    >
  >(SMALL)

/** Nothing depends on it: a run ends without it. */
export const { checkValues } = proxyActivities<Pick<Refresh, 'checkValues'>>({
  ...WAITING,
  startToCloseTimeout: '2m',
  scheduleToCloseTimeout: '3m',
  retry: { ...WAITING.retry, maximumAttempts: 2 },
})

/** A claim that is not extended expires within minutes. */
export const awaitOtherRunsAt = (cities: number) =>
  proxyActivities<Pick<Refresh, 'awaitOtherRuns'>>({
    summary: `waits for other runs' claims on ${cities} cities`,
    ...WAITING,
  }).awaitOtherRuns

/** Never fails for a provider's reasons: it is retried after crashes, and while the database is away. */
export const refreshInBulk = (cities: number) =>
  proxyActivities<Pick<Refresh, 'refreshCitiesInBulk'>>({
    summary: `${cities} cities in bulk`,
    ...WAITING,
  }).refreshCitiesInBulk

/** The activity compares its attempt with `retryMaxAttempts` to know its last try. */
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
      maximumAttempts:
        timings.retryMaxAttempts + (timings.crashAttempts ?? RECORDED_CRASH_ATTEMPTS),
    },
  }).refreshCity
