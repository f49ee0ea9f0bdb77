import { Gauge, type Registry } from 'prom-client'
import { conditionAges, oldestCity } from '../../db/queries/condition-ages.ts'
import type { Database } from '../../db/database.ts'
import { objectiveReports } from '../../db/queries/objective-reports.ts'
import { bucketsOf } from '../../domain/analytics/data-freshness.ts'
import { attainment, OBJECTIVE_SPANS } from '../../domain/objectives/error-budget.ts'
import { objectiveText } from '../../domain/objectives/freshness-objective.ts'
import { burnRateOf, type ObjectiveReport } from '../../domain/objectives/objective-report.ts'
import { ageSeconds, FRESHNESS, OLDEST_BUCKET_S } from '../../domain/weather/freshness.ts'

export const readFreshness = (db: Database, at: Date) =>
  Promise.all([conditionAges(db, at, OLDEST_BUCKET_S), oldestCity(db), objectiveReports(db, at)])

type Read = Awaited<ReturnType<typeof readFreshness>>

function gaugesIn(registry: Registry) {
  const registers = [registry]
  const cities = new Gauge({
    name: 'weather247_cities',
    help: 'Active cities by the freshness of their conditions',
    labelNames: ['freshness'],
    registers,
  })
  const oldest = new Gauge({
    name: 'weather247_oldest_city_seconds',
    help: 'Since the conditions of the city that waits longest were confirmed; absent without any',
    registers,
  })
  const labelNames = ['objective', 'span']
  const attained = new Gauge({
    name: 'weather247_objective_attained_ratio',
    help: 'Of the time of its cities, how much they were as fresh as the objective has it, 0 to 1',
    labelNames,
    registers,
  })
  const burnRates = new Gauge({
    name: 'weather247_objective_burn_rate',
    help: 'How many times as fast as the target allows the error budget is spent',
    labelNames,
    registers,
  })
  return { cities, oldest, attained, burnRates }
}

/** How fresh the cities are, in the classes that the pages show. */
export function freshnessGauges(registry: Registry) {
  const { cities, oldest, attained, burnRates } = gaugesIn(registry)
  function showObjective(report: ObjectiveReport): void {
    const objective = objectiveText(report.objective)
    for (const span of OBJECTIVE_SPANS) {
      const ratio = attainment(report.time[span])
      const rate = burnRateOf(report, span)
      if (ratio !== null) attained.set({ objective, span }, ratio)
      if (rate !== null) burnRates.set({ objective, span }, rate)
    }
  }
  return {
    show(read: Read | undefined, now: Date): void {
      cities.reset()
      oldest.remove()
      attained.reset()
      burnRates.reset()
      if (!read) return
      const [ages, last, reports] = read
      const buckets = bucketsOf(ages)
      for (const freshness of FRESHNESS) cities.set({ freshness }, buckets[freshness])
      for (const report of reports) showObjective(report)
      if (last) oldest.set(ageSeconds(last.confirmedAt, now))
    },
  }
}
