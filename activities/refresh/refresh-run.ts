import { activityInfo, log } from '@temporalio/activity'
import type {
  CountDueCitiesInput,
  RefreshRunActivities,
  SampleLeftCitiesInput,
  StoreRefreshSummaryInput,
} from '../../contracts/refresh-activities.ts'
import { FIRST_DUE } from '../../contracts/refresh.ts'
import { tallyOf } from '../../contracts/city-tally.ts'
import type { NamedCity } from '../../contracts/tally.ts'
import { citiesByIds } from '../../db/queries/cities.ts'
import { releaseClaims } from '../../db/queries/claims.ts'
import { countDue, leftByRun, nextDue, type Cutoffs, type Scope } from '../../db/queries/due.ts'
import { outcomesOfRun } from '../../db/queries/outcomes.ts'
import { tendIncidents } from '../../db/queries/close-incidents.ts'
import { endAskingAgain } from '../../db/queries/save-refreshes.ts'
import { saveRunSummary } from '../../db/queries/run-summaries.ts'
import { announce } from '../announce.ts'
import { cutoffsOf } from './cutoffs.ts'
import type { RunPlans } from './run-plan.ts'
import type { RefreshDeps } from './deps.ts'

type Deps = Pick<RefreshDeps, 'db' | 'chain' | 'now' | 'startDelivery' | 'judgeAlerts'> & {
  readonly plans: RunPlans
}

export function createRefreshRunActivities(deps: Deps): RefreshRunActivities {
  const { db, chain, plans } = deps
  return {
    async countDueCities(input) {
      const { context, cityIds } = input
      if (context.tickSeconds > 0) await judgeOrLog(deps)
      const { plan, ceilings } = cityIds ? {} : await plans.begin(context)
      const planned = { ...input, context: { ...context, ...(plan && { plan }) } }
      const { scope, cutoffs } = dueOf(planned, chain)
      const counts = await countDue(db, scope, cutoffs)
      const isPlanned = plan !== undefined
      log.info('refresh started', { refreshRunId: context.runId, ...counts, isPlanned })
      return { ...counts, ...(plan && { plan }), ...(ceilings && { ceilings }) }
    },
    async nextDueCities(input) {
      const { after, limit } = input
      const due = await nextDue(db, { ...dueOf(input, chain), after, limit })
      return { cityIds: due.map(({ cityId }) => cityId), after: due.at(-1) ?? after }
    },
    async tallyRun({ runId, failureSample }) {
      return tallyOf(await outcomesOfRun(db, runId), failureSample)
    },
    leftCities(input) {
      const { context, askedAgainIsLeft = false, limit } = input
      const { scope, cutoffs } = dueOf(input, chain)
      return leftByRun(db, { scope, cutoffs, runId: context.runId, askedAgainIsLeft, limit })
    },
    sampleLeftCities: (input) => sampleLeft(deps, input),
    storeRefreshSummary: (input) => storeSummary(deps, input),
  }
}

/** Before anything is refreshed, when values are at their oldest. A refresh does not fail by it. */
async function judgeOrLog({ judgeAlerts, now }: Deps): Promise<void> {
  try {
    await judgeAlerts(now())
  } catch (error) {
    log.error('alerts were not judged; the next run does it', { error })
  }
}

interface Due {
  readonly scope: Scope
  readonly cutoffs: Cutoffs
  readonly startedAt: Date
}

const dueOf = ({ context, cityIds }: CountDueCitiesInput, chain: Deps['chain']): Due => ({
  scope: cityIds ? { kind: 'list', cityIds } : { kind: 'all' },
  cutoffs: cutoffsOf(context, chain),
  startedAt: new Date(context.startedAtMs),
})

async function sampleLeft(
  { db, chain }: Deps,
  input: SampleLeftCitiesInput,
): Promise<readonly NamedCity[]> {
  const due = { ...dueOf(input, chain), after: FIRST_DUE, limit: input.limit }
  const left = (await nextDue(db, due)).map(({ cityId }) => cityId)
  return (await citiesByIds(db, left)).map(({ id, name }) => ({ cityId: id, name }))
}

async function storeSummary(
  deps: Deps,
  { trigger, result }: StoreRefreshSummaryInput,
): Promise<void> {
  const { db, now } = deps
  await endAskingAgain(db, result.runId)
  await tendIncidents(db, now())
  await announce(deps)
  await releaseClaims(db, result.runId)
  await saveRunSummary(db, {
    runId: result.runId,
    workflowId: activityInfo().workflowExecution?.workflowId ?? '',
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
}
