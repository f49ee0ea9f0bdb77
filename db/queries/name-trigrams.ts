import { sql, type SQL } from 'drizzle-orm'
import { cityNames } from '../schema/index.ts'

/** What pg_trgm does, without an extension that an installation may lack or may not create. */
const listed = (trigrams: readonly string[]): SQL =>
  sql`array[${sql.join(
    trigrams.map((one) => sql`${one}`),
    sql`, `,
  )}]::text[]`

export const sharesTrigrams = (trigrams: readonly string[]): SQL =>
  sql`${cityNames.trigrams} && ${listed(trigrams)}`

export const hasTrigrams = (trigrams: readonly string[]): SQL =>
  sql`${cityNames.trigrams} @> ${listed(trigrams)}`

/** From 0, nothing shared, to 1, the same set. */
export const similarityTo = (trigrams: readonly string[]): SQL => sql`(
  select count(*)::float8 / (cardinality(${cityNames.trigrams}) + ${trigrams.length}::int - count(*))
  from unnest(${cityNames.trigrams}) as own(trigram)
  where trigram = any(${listed(trigrams)}))`
