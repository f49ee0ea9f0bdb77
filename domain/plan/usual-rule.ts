import type { DueRule } from './due-rule.ts'
import { dueRuleOf } from './due-rule-of.ts'
import { planOfUsualDay } from './foresight.ts'
import { marksOf } from './held-tiers.ts'
import { isAmple } from './layers.ts'
import type { PlanFacts } from './plan-facts.ts'
import type { TickPlan } from './plan-tick.ts'

/** The rule of a plan; undefined where everything due is refreshed, or no one can be asked. */
export function ruleOf(
  plan: TickPlan,
  { tiers, cities, requests }: PlanFacts,
  halfLifeHours: number,
): DueRule | undefined {
  const isPlanned = plan.supplies.length > 0 && !plan.layers.every(({ layer }) => isAmple(layer))
  const counts = { cities: cities.length, requests, halfLifeHours }
  return isPlanned ? dueRuleOf(plan, marksOf(tiers), counts) : undefined
}

/**
 * What cities are judged by: the plan of a day on which all goes well. In an outage they are late, and
 * not planned to be old. Undefined where no one could be asked on any day.
 */
export function usualRule(facts: PlanFacts, halfLifeHours: number): DueRule | null | undefined {
  const { input, healthySources } = facts
  if (healthySources.length === 0) return undefined
  const plan = planOfUsualDay({ ...input, sources: healthySources })
  const rule = ruleOf(plan, facts, halfLifeHours)
  return rule ? { ...rule, atMs: input.now * 60_000 } : null
}
