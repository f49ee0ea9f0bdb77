import { withCities } from '../../domain/plan/plan-facts.ts'
import { planReport } from '../../domain/plan/plan-report.ts'
import { plannedDay } from '../../domain/plan/planned-day.ts'
import { DAY_MS, MINUTE_MS } from '../../domain/time/durations.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { withStoredDatabase } from '../target/database-access.ts'
import { say, sayJson } from '../terminal/output.ts'
import { dayText } from './day-text.ts'
import { planText } from './plan-text.ts'
import { readPlanOf } from './read-plan.ts'

export interface PlanCommandOptions {
  readonly cities?: number
  readonly day?: boolean
  readonly json?: boolean
}

export async function plan({ cities, day, json }: PlanCommandOptions): Promise<ExitCode> {
  const reading = await withStoredDatabase('read', (db, config) =>
    readPlanOf(db, config, new Date()),
  )
  const { facts, priceOf } = reading
  const planned = cities === undefined ? facts : withCities(facts, cities)
  const report = planReport({ ...reading, facts: planned })
  const ticks = DAY_MS / (planned.options.tickMinutes * MINUTE_MS)
  const walked = day === true ? plannedDay(planned, Math.ceil(ticks), priceOf) : undefined
  if (json === true) sayJson({ ...report, ...(walked && { day: walked }) })
  else say([planText(report), ...(walked ? [dayText(walked)] : [])].join('\n\n'))
  return EXIT.ok
}
