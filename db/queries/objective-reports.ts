import { gt, sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import {
  OBJECTIVE_SPANS,
  OBJECTIVE_SPANS_MS,
  type CityTime,
  type ObjectiveSpan,
} from '../../domain/objectives/error-budget.ts'
import { objectiveOf } from '../../domain/objectives/freshness-objective.ts'
import type { ObjectiveReport } from '../../domain/objectives/objective-report.ts'
import type { Queryable } from '../database.ts'
import { freshnessTimes } from '../schema/index.ts'
import { timestamptz } from './timestamptz.ts'

/** The objectives of the latest measurement, and how they were kept up to now. */
export async function objectiveReports(db: Queryable, at: Date): Promise<ObjectiveReport[]> {
  const spans = OBJECTIVE_SPANS.map((span) => spanSums(span, at))
  const longest = Math.max(...Object.values(OBJECTIVE_SPANS_MS))
  const rows = await db
    .select({
      objective: freshnessTimes.objective,
      measuredAt: sql`max(${freshnessTimes.until})`.mapWith(freshnessTimes.until),
      cities: atLast<number>(sql`${freshnessTimes.cities}`),
      lateCities: atLast<number>(sql`${freshnessTimes.lateCities}`),
      spans: sql<
        readonly (readonly [number, number])[]
      >`jsonb_build_array(${sql.join(spans, sql`, `)})`,
    })
    .from(freshnessTimes)
    .where(gt(freshnessTimes.until, new Date(at.getTime() - longest)))
    .groupBy(freshnessTimes.objective)
    .having(sql`max(${freshnessTimes.until}) = (select max(until) from freshness_times)`)
    .orderBy(freshnessTimes.objective)
  return rows.map(({ objective, spans: sums, ...row }) => ({
    ...row,
    objective: objectiveOf(objective),
    time: Object.fromEntries(
      OBJECTIVE_SPANS.map((span, index) => [span, cityTimeOf(sums[index])]),
    ) as Record<ObjectiveSpan, CityTime>,
  }))
}

const cityTimeOf = ([citySeconds, lateCitySeconds]: readonly [number, number] = [0, 0]) => ({
  citySeconds,
  lateCitySeconds,
})

const atLast = <T>(column: SQL) =>
  sql<T>`(array_agg(${column} order by ${freshnessTimes.until} desc))[1]`

/** A measurement that began before the span counts with its share. */
function spanSums(span: ObjectiveSpan, at: Date): SQL {
  const { since, until, citySeconds, lateCitySeconds } = freshnessTimes
  const from = timestamptz(new Date(at.getTime() - OBJECTIVE_SPANS_MS[span]))
  const inside = sql`extract(epoch from ${until} - greatest(${since}, ${from}))`
  const share = sql`greatest(0, ${inside} / nullif(extract(epoch from ${until} - ${since}), 0))`
  const total = (column: AnyPgColumn) => sql`round(coalesce(sum(${column} * ${share}), 0))::float8`
  return sql`jsonb_build_array(${total(citySeconds)}, ${total(lateCitySeconds)})`
}
