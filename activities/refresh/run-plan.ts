import type { MaxAgeSeconds, RefreshContext } from '../../contracts/refresh.ts'
import { dueAmong } from '../../db/queries/due.ts'
import { saveLatestPlan } from '../../db/queries/latest-plan.ts'
import { readPlan } from '../../db/queries/plan-now.ts'
import type { CityId } from '../../domain/city/city.ts'
import type { DueRule } from '../../domain/plan/due-rule.ts'
import { failoverCeilings, type Ceilings } from '../../domain/plan/failover-ceilings.ts'
import type { PlanFacts } from '../../domain/plan/plan-facts.ts'
import { ruleOf, usualRule } from '../../domain/plan/usual-rule.ts'
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

/** What a run begins with; nothing where a person asks for it. */
export interface RunBegun {
  /**
   * By what it refreshes. Undefined where everything due is refreshed: the limits afford it, or no
   * provider can be asked and the run is to say so.
   */
  readonly plan?: DueRule | undefined
  readonly ceilings?: Ceilings
}

export interface RunPlans {
  begin(context: RefreshContext): Promise<RunBegun>
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
      if (context.tickSeconds === 0 || context.force) return {}
      const at = new Date(context.startedAtMs)
      const facts = await factsOf(deps, context, at)
      const { halfLifeHours } = deps.planning
      const tick = planTick(facts.input)
      const plan = ruleOf(tick, facts, halfLifeHours)
      const usual = usualRule(facts, halfLifeHours)
      if (usual !== undefined) await saveLatestPlan(db, { current: plan ?? null, usual, at })
      return { plan, ceilings: failoverCeilings(tick) }
    },
    async worthAgain(run, cityIds) {
      const plan = await planNow(run)
      if (!plan) return new Set(cityIds)
      return new Set(await dueAmong(db, cityIds, cutoffsOfPlan(plan)))
    },
  }
}

type Plan = Promise<DueRule | undefined>

async function planOf(deps: Deps, run: PlannedRun, at: Date): Plan {
  const facts = await factsOf(deps, run, at)
  return ruleOf(planTick(facts.input), facts, deps.planning.halfLifeHours)
}

async function factsOf({ db, planning }: Deps, run: PlannedRun, at: Date): Promise<PlanFacts> {
  const { promises, halfLifeHours, providers } = planning
  return readPlan(db, {
    at,
    tickMinutes: run.tickSeconds / 60,
    maxAgeSeconds: run.maxAgeSeconds,
    providers: plannedProviders(await providers()),
    promises,
    halfLifeHours,
  })
}
