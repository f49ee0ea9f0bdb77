import { sql } from 'drizzle-orm'
import { UPDATE_MINUTES } from '../../domain/plan/planned-provider.ts'
import { PROVIDER_IDS, type ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { Queryable } from '../database.ts'
import { timestamptz } from './timestamptz.ts'

/** The cities refreshed last tell enough of a provider. */
const CITIES = 200
/** Fewer steps from one value to the next say nothing. */
const LEAST_STEPS = 20
const SHORTEST_MINUTES = 5
const LONGEST_MINUTES = 6 * 60

/**
 * How often each provider has something new, in minutes: as published, until the moments that its
 * values of the last day were valid at say otherwise. A shorter step is proof by itself; a longer one
 * only where the value before was still confirmed in the second half of it.
 */
export async function updateMinutes(
  db: Queryable,
  at: Date,
): Promise<Readonly<Record<ProviderId, number>>> {
  const rows = await db.execute<Steps>(sql`
    with latest as (
      select city_id from refresh_states where conditions_confirmed_at is not null
      order by conditions_confirmed_at desc limit ${CITIES}
    ), steps as (
      select provider,
        (extract(epoch from valid_at - lag(valid_at) over one) / 60)::float8 as minutes,
        2 * (lag(confirmed_at) over one - lag(valid_at) over one)
          >= valid_at - lag(valid_at) over one as is_proven
      from conditions join latest using (city_id)
      where valid_at > ${timestamptz(at)} - interval '1 day' and basis <> 'observed'
      window one as (partition by city_id, provider order by valid_at)
    )
    select provider, count(*)::int as steps, count(*) filter (where is_proven)::int as proven,
      percentile_disc(0.1) within group (order by minutes) as shortest,
      percentile_disc(0.1) within group (order by minutes) filter (where is_proven) as longest
    from steps where minutes is not null group by provider`)
  return Object.fromEntries(
    PROVIDER_IDS.map((id) => [
      id,
      learned(
        id,
        rows.find(({ provider }) => provider === id),
      ),
    ]),
  ) as Record<ProviderId, number>
}

interface Steps extends Record<string, unknown> {
  readonly provider: string
  readonly steps: number
  readonly proven: number
  readonly shortest: number
  readonly longest: number | null
}

function learned(id: ProviderId, found: Steps | undefined): number {
  const published = UPDATE_MINUTES[id]
  if (!found) return published
  const { steps, proven, shortest, longest } = found
  const isShorter = steps >= LEAST_STEPS && shortest < published
  const isLonger = proven >= LEAST_STEPS && longest !== null && longest > published
  const minutes = isShorter ? shortest : isLonger ? longest : published
  return Math.min(Math.max(minutes, SHORTEST_MINUTES), LONGEST_MINUTES)
}
