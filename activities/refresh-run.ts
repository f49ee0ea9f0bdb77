import { activityInfo, log } from '@temporalio/activity'
import type { Trigger } from '../contracts/job.ts'
import {
  FIRST_DUE,
  type DueCursor,
  type DuePage,
  type NamedCity,
  type RefreshAllCitiesResult,
  type RefreshContext,
  type RefreshTally,
} from '../contracts/refresh.ts'
import { tallyOf } from '../contracts/tally.ts'
import { citiesByIds } from '../db/queries/cities.ts'
import { releaseClaims } from '../db/queries/claims.ts'
import { countDue, nextDue, type Scope } from '../db/queries/due.ts'
import { outcomesOfRun } from '../db/queries/outcomes.ts'
import { saveRunSummary } from '../db/queries/runs.ts'
import type { CityId } from '../domain/city.ts'
import { cutoffsOf } from './due.ts'
import type { RefreshDeps } from './refresh-deps.ts'

const scopeOf = (cityIds: readonly CityId[] | undefined): Scope =>
  cityIds ? { kind: 'list', cityIds } : { kind: 'all' }

export interface DueRequest {
  readonly context: RefreshContext
  readonly cityIds?: readonly CityId[]
  readonly after: DueCursor
  readonly limit: number
}

/** What the run as a whole reads and leaves behind. */
export function createRefreshRunActivities({
  db,
  chain,
  now,
}: Pick<RefreshDeps, 'db' | 'chain' | 'now'>) {
  return {
    async countDueCities(input: {
      context: RefreshContext
      cityIds?: readonly CityId[]
    }): Promise<{ active: number; due: number }> {
      const counts = await countDue(db, scopeOf(input.cityIds), cutoffsOf(input.context, chain))
      log.info('refresh started', { refreshRunId: input.context.runId, ...counts })
      return counts
    },

    /** Ids only: a page of thousands stays small in the history. */
    async nextDueCities({ context, cityIds, after, limit }: DueRequest): Promise<DuePage> {
      const startedAt = new Date(context.startedAtMs)
      const cutoffs = cutoffsOf(context, chain)
      const scope = scopeOf(cityIds)
      const due = await nextDue(db, { scope, cutoffs, startedAt, after, limit })
      return { cityIds: due.map(({ cityId }) => cityId), after: due.at(-1) ?? after }
    },

    /** The run's tally by what is stored: for a run whose shards could not report. */
    async tallyRun(input: { runId: string; failureSample: number }): Promise<RefreshTally> {
      return tallyOf(await outcomesOfRun(db, input.runId), input.failureSample)
    },

    /** Some of the due cities that the run has given no outcome. */
    async sampleLeftCities({
      context,
      cityIds,
      limit,
    }: Omit<DueRequest, 'after'>): Promise<NamedCity[]> {
      const startedAt = new Date(context.startedAtMs)
      const cutoffs = cutoffsOf(context, chain)
      const due = { scope: scopeOf(cityIds), cutoffs, startedAt, after: FIRST_DUE, limit }
      const left = (await nextDue(db, due)).map(({ cityId }) => cityId)
      return (await citiesByIds(db, left)).map(({ id, name }) => ({ cityId: id, name }))
    },

    /** Ends the run's claims and keeps how it went. */
    async storeRefreshSummary(input: {
      trigger: Trigger
      result: RefreshAllCitiesResult
    }): Promise<void> {
      const { trigger, result } = input
      await releaseClaims(db, result.runId)
      const { workflowId } = activityInfo().workflowExecution ?? { workflowId: '' }
      await saveRunSummary(db, {
        runId: result.runId,
        workflowId,
        workflowType: 'refreshAllCities',
        trigger,
        status: result.status,
        startedAt: new Date(result.startedAt),
        finishedAt: now(),
        summary: result,
      })
      const { failures, leftSample, ...counts } = result
      log.info('refresh ended', {
        refreshRunId: result.runId,
        failureSample: failures.length,
        leftSample: leftSample.map(({ name }) => name),
        ...counts,
      })
    },
  }
}

export type RefreshRunActivities = ReturnType<typeof createRefreshRunActivities>
