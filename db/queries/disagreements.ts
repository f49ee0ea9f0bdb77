import { and, desc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import type { CityId } from '../../domain/city/city.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { DisagreementKind, Opinion } from '../../domain/weather/disagreement.ts'
import type { Database, Queryable } from '../database.ts'
import { cities, disagreements, secondOpinions } from '../schema/index.ts'
import type { KeptOpinion } from '../schema/disagreements.ts'

/** What came of asking a second provider about a city. */
export interface Look {
  readonly cityId: CityId
  readonly runId: string
  readonly at: Date
  readonly served: Opinion
  /** Who was asked. */
  readonly provider: ProviderId
  /** Null where it gave no answer. */
  readonly other: Opinion | null
  /** Undefined where the two are not of one moment. */
  readonly kinds: readonly DisagreementKind[] | undefined
}

const kept = ({ validAt, ...opinion }: Opinion): KeptOpinion => ({
  ...opinion,
  validAt: validAt.toISOString(),
})

/** Begins, goes on with or ends a disagreement, and notes that somebody was asked. */
export async function saveLook(db: Database, look: Look): Promise<void> {
  const { cityId, at, provider, other, kinds } = look
  await db.transaction(async (tx) => {
    const agrees = kinds === undefined ? null : kinds.length === 0
    await tx
      .insert(secondOpinions)
      .values({ cityId, askedAt: at, provider, agrees })
      .onConflictDoUpdate({
        target: secondOpinions.cityId,
        set: { askedAt: at, provider, agrees, times: sql`${secondOpinions.times} + 1` },
      })
    if (other === null || kinds === undefined) return
    if (kinds.length === 0) await end(tx, look)
    else await goOn(tx, look, other, [...kinds])
  })
}

async function end(tx: Queryable, { cityId, served, provider, at }: Look): Promise<void> {
  await tx
    .update(disagreements)
    .set({ endedAt: at })
    .where(
      and(
        eq(disagreements.cityId, cityId),
        eq(disagreements.provider, served.provider),
        eq(disagreements.otherProvider, provider),
        isNull(disagreements.endedAt),
      ),
    )
}

async function goOn(
  tx: Queryable,
  { cityId, served, provider, at, runId }: Look,
  other: Opinion,
  kinds: DisagreementKind[],
): Promise<void> {
  const latest = { kinds, served: kept(served), other: kept(other), lastAt: at, runId }
  await tx
    .insert(disagreements)
    .values({
      cityId,
      provider: served.provider,
      otherProvider: provider,
      startedAt: at,
      ...latest,
    })
    .onConflictDoUpdate({
      target: [disagreements.cityId, disagreements.provider, disagreements.otherProvider],
      targetWhere: sql`ended_at is null`,
      set: { ...latest, times: sql`${disagreements.times} + 1` },
    })
}

export interface DisagreementsAsked {
  readonly cityId?: CityId | undefined
  /** Whose value was served, or who was asked as well. */
  readonly provider?: ProviderId | undefined
  readonly open?: boolean | undefined
  /** Only those before this one. */
  readonly before?: number | undefined
  readonly limit: number
}

export type StoredDisagreement = typeof disagreements.$inferSelect & {
  readonly city: string
  readonly countryCode: string
}

/** The newest first. */
export async function listDisagreements(
  db: Queryable,
  { cityId, provider, open, before, limit }: DisagreementsAsked,
): Promise<StoredDisagreement[]> {
  const isOf = (id: ProviderId) =>
    sql`${id} in (${disagreements.provider}, ${disagreements.otherProvider})`
  const openness = open === true ? isNull : isNotNull
  const rows = await db
    .select({ row: disagreements, city: cities.name, countryCode: cities.countryCode })
    .from(disagreements)
    .innerJoin(cities, eq(cities.id, disagreements.cityId))
    .where(
      and(
        cityId === undefined ? undefined : eq(disagreements.cityId, cityId),
        provider === undefined ? undefined : isOf(provider),
        open === undefined ? undefined : openness(disagreements.endedAt),
        before === undefined ? undefined : lt(disagreements.id, before),
      ),
    )
    .orderBy(desc(disagreements.id))
    .limit(limit)
  return rows.map(({ row, ...city }) => ({ ...row, ...city }))
}
