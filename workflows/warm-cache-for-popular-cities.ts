import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common'
import {
  CancellationScope,
  ChildWorkflowFailure,
  executeChild,
  ParentClosePolicy,
} from '@temporalio/workflow'
import { PRIORITY_KEYS } from '../contracts/refresh.ts'
import { CITY_ID, RUN_KIND, TRIGGER } from '../contracts/search-attributes.ts'
import { TASK_QUEUES } from '../contracts/task-queues.ts'
import type {
  PopularCity,
  WarmCacheInput,
  WarmCacheReport,
  WarmCacheResult,
} from '../contracts/warm-cache.ts'
import { workflowIds } from '../contracts/workflow-ids.ts'
import { forEachChild } from './bounded-children.ts'
import { runJob } from './job-run.ts'
import { warming } from './proxies.ts'
import { refreshCity } from './refresh-city.ts'

/**
 * Puts the most requested cities into the cache that the API reads, from the database; only those
 * that are too old are refreshed before, each by a child. A city that could not be refreshed is
 * cached as it is stored. Its history is bounded by the number of cities; past its soft limit it
 * starts no child and still fills the cache; cancelling it cancels its children.
 */
export function warmCacheForPopularCities(input: WarmCacheInput): Promise<WarmCacheResult> {
  return runJob(input, {
    kind: 'warm',
    nothing: NOTHING,
    message,
    async work(onProgress, limit) {
      const { cities, maxAgeSeconds } = input
      const popular = await warming.popularCities({ cities, maxAgeSeconds })
      const due = popular.filter((one) => one.due.length > 0)
      let report: WarmCacheReport = { ...NOTHING, totalCities: popular.length, due: due.length }
      onProgress(report)
      const bound = { maxInFlight: input.childrenInFlight, isPast: () => limit.isPast }
      await forEachChild(due, bound, async (one) => {
        const end = await refresh(input, one)
        report = { ...report, [end]: report[end] + 1 }
        onProgress(report)
      })
      const cityIds = popular.map(({ city }) => city.id)
      const filling = await warming.fillCache({ cityIds })
      report = { ...report, ...filling, failed: filling.failedCityIds.length }
      const settled = report.refreshed + report.joined
      return { report, isWhole: report.failed === 0 && settled === report.due }
    },
  })
}

const NOTHING: WarmCacheReport = {
  totalCities: 0,
  warmed: 0,
  failed: 0,
  failedCityIds: [],
  due: 0,
  refreshed: 0,
  joined: 0,
  refreshFailed: 0,
  cache: null,
}

function message(report: WarmCacheReport): string {
  const { totalCities, warmed, cache } = report
  const providers = dueText(report)
  if (cache === null) return `Warming ${totalCities} popular cities; ${providers}`
  if (totalCities === 0) return 'Cache warming completed: no city has been read yet'
  if (cache === 'away') return `The shared cache did not answer: none was cached; ${providers}`
  if (cache === 'own') {
    return `Without REDIS_URL each process caches for itself: none was cached ahead; ${providers}`
  }
  return `Cache warming completed: ${warmed} of ${totalCities} popular cities cached; ${providers}`
}

function dueText({ due, refreshed, joined, refreshFailed }: WarmCacheReport): string {
  if (due === 0) return 'none was due'
  return `of ${due} due ${refreshed} were refreshed, ${joined} by others, ${refreshFailed} failed`
}

type RefreshEnd = 'refreshed' | 'joined' | 'refreshFailed'

async function refresh(input: WarmCacheInput, { city, due }: PopularCity): Promise<RefreshEnd> {
  const { trigger, maxAgeSeconds, timings } = input
  const { claimMs } = timings
  try {
    const { joined, skipped } = await executeChild(refreshCity, {
      taskQueue: TASK_QUEUES.weatherRefresh,
      workflowId: workflowIds.refreshCity(city.id),
      args: [
        {
          city,
          products: due,
          claimMs,
          priority: 'schedule',
          force: false,
          maxAgeSeconds,
          timings,
        },
      ],
      parentClosePolicy: ParentClosePolicy.REQUEST_CANCEL,
      priority: { priorityKey: PRIORITY_KEYS.schedule },
      staticSummary: `${city.name}, ${city.countryCode}`,
      typedSearchAttributes: [
        { key: TRIGGER, value: trigger },
        { key: RUN_KIND, value: 'warm' },
        { key: CITY_ID, value: String(city.id) },
      ],
    })
    return joined || skipped ? 'joined' : 'refreshed'
  } catch (error) {
    // The run that refreshes the city puts it into the cache.
    if (error instanceof WorkflowExecutionAlreadyStartedError) return 'joined'
    // A cancelled child is one city that failed; only the cancellation of this run ends it.
    const isOurs = CancellationScope.current().consideredCancelled
    if (isOurs || !(error instanceof ChildWorkflowFailure)) throw error
    return 'refreshFailed'
  }
}
