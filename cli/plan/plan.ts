import { planReport } from '../../domain/plan/plan-report.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { withStoredDatabase } from '../target/database-access.ts'
import { say, sayJson } from '../terminal/output.ts'
import { planText } from './plan-text.ts'
import { readPlanOf } from './read-plan.ts'

export interface PlanOptions {
  readonly json?: boolean
}

export async function plan({ json = false }: PlanOptions): Promise<ExitCode> {
  const { input, others } = await withStoredDatabase('read', (db, config) =>
    readPlanOf(db, config, new Date()),
  )
  const report = planReport(input, others)
  if (json) sayJson(report)
  else say(planText(report))
  return EXIT.ok
}
