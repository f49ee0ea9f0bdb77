import { planReport } from '../../domain/plan/plan-report.ts'
import type { ApiDeps } from '../deps.ts'
import type { PlanBody } from '../schemas/plan.ts'
import { planReportBody } from '../views/plan.ts'

/** Of 10 000 cities it takes a third of a second, in which this process answers no other request. */
const MOST_CITIES = 10_000

/** What the plan gives and takes, or why that is not said. */
export async function readPlanBody({ adapters }: ApiDeps['settings'], at: Date): Promise<PlanBody> {
  const without = (reason: string) => ({ report: null, reason, as_of: at.toISOString() })
  if (!adapters?.readPlan) return without('this API knows no provider to plan with')
  const reading = await adapters.readPlan(at)
  const { facts } = reading
  if (facts.cities.length > MOST_CITIES) {
    return without(`it takes long for ${facts.cities.length} cities: ask \`weather247 plan\``)
  }
  const report = planReportBody(planReport(reading))
  return { report, reason: null, as_of: at.toISOString() }
}
