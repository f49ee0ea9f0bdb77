import type { MaxAgeSeconds, RefreshContext } from '../../contracts/refresh.ts'
import { dueAmong } from '../../db/queries/due.ts'
import { readPlan } from '../../db/queries/plan-now.ts'
import type { CityId } from '../../domain/city/city.ts'
import type { DueRule } from '../../domain/plan/due-rule.ts'
import { dueRuleOf } from '../../domain/plan/due-rule-of.ts'
import { isAmple } from '../../domain/plan/layers.ts'
import { planTick } from '../../domain/plan/plan-tick.ts'
import { plannedProviders } from '../../domain/plan/planned-provider.ts'
import { cutoffsOfPlan } from './cutoffs.ts'
import type { RefreshDeps } from './deps.ts'

type Deps = Pick<RefreshDeps, 'db' | 'planning' | 'now'>

/** What a scheduled run plans by. */
export interface PlannedRun {
  readonly tickSeconds: number
  readonly maxAgeSeconds: MaxAgeSeconds
}

/** For so long a plan serves further passes: a failed call changes the price a little. */
const KEPT_MS = 20_000

export interface RunPlans {
  /**
   * By what a scheduled run refreshes. Undefined where everything due is refreshed: the limits
   * afford it, or no provider can be asked and the run is to say so.
   */
  begin(context: RefreshContext): Promise<DueRule | undefined>
  /** Of cities that were asked for in vain, those worth another call at the price of now. */
  worthAgain(run: PlannedRun, cityIds: readonly CityId[]): Promise<ReadonlySet<CityId>>
}

export function createRunPlans(deps: Deps): RunPlans {
  const { db, now } = deps
  let kept: { readonly key: string; readonly atMs: number; readonly plan: Plan } | undefined
  const planNow = (run: PlannedRun): Plan => {
    const key = JSON.stringify([run.tickSeconds, run.maxAgeSeconds])
    const atMs = now().getTime()
    if (kept?.key !== key || atMs - kept.atMs > KEPT_MS) {
      kept = { key, atMs, plan: planOf(deps, run, now()) }
    }
    return kept.plan
  }
  return {
    async begin(context) {
      if (context.tickSeconds === 0 || context.force) return undefined
      return planOf(deps, context, new Date(context.startedAtMs))
    },
    async worthAgain(run, cityIds) {
      const plan = await planNow(run)
      if (!plan) return new Set(cityIds)
      return new Set(await dueAmong(db, cityIds, cutoffsOfPlan(plan)))
    },
  }
}

type Plan = Promise<DueRule | undefined>

async function planOf({ db, planning }: Deps, run: PlannedRun, at: Date): Plan {
  const { promises, halfLifeHours, providers } = planning
  const { input, cities, marks, requests } = await readPlan(db, {
    at,
    tickMinutes: run.tickSeconds / 60,
    maxAgeSeconds: run.maxAgeSeconds,
    providers: plannedProviders(providers()),
    promises,
    halfLifeHours,
  })
  const plan = planTick(input)
  if (plan.supplies.length === 0 || plan.layers.every(({ layer }) => isAmple(layer))) {
    return undefined
  }
  return dueRuleOf(plan, marks, { cities: cities.length, requests, halfLifeHours })
}
