import { sql, type SQL } from 'drizzle-orm'
import { MAX_HALF_LIVES } from '../../domain/analytics/popularity.ts'
import { cityReads } from '../schema/index.ts'
import { timestamptz } from './timestamptz.ts'

/** How requested a row of `city_reads` is at a moment: `decayed` of domain/analytics/popularity.ts in SQL. */
export function decayedScore(at: Date, halfLifeHours: number): SQL {
  const { score, scoredAt } = cityReads
  const hours = sql`greatest(0, extract(epoch from ${timestamptz(at)} - ${scoredAt}) / 3600)::float8`
  const lives = sql`least(${MAX_HALF_LIVES}::float8, ${hours} / ${halfLifeHours}::float8)`
  return sql`${score} * power(2::float8, -${lives})`
}
