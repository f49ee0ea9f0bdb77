import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { CityId } from '../../domain/city/city.ts'
import { THRESHOLD_PRESETS } from '../../domain/thresholds/threshold-presets.ts'
import type { QuietHours } from '../../domain/thresholds/quiet-hours.ts'
import type {
  ThresholdField,
  ThresholdSeverity,
  ThresholdSide,
} from '../../domain/thresholds/threshold.ts'
import type { Queryable } from '../database.ts'
import { cities, thresholdCrossings, thresholds } from '../schema/index.ts'

const THRESHOLD = {
  id: thresholds.id,
  name: thresholds.name,
  field: thresholds.field,
  side: thresholds.side,
  value: thresholds.value,
  severity: thresholds.severity,
  cityId: thresholds.cityId,
  cityName: cities.name,
  quietFrom: thresholds.quietFrom,
  quietTo: thresholds.quietTo,
  createdAt: thresholds.createdAt,
  /** Cities for which it holds now. */
  holding:
    sql<number>`(select count(*) from threshold_crossings c where c.threshold_id = thresholds.id and c.ended_at is null)`.mapWith(
      Number,
    ),
}

export interface StoredThreshold {
  readonly id: number
  readonly name: string
  readonly field: ThresholdField
  readonly side: ThresholdSide
  readonly value: number
  readonly severity: ThresholdSeverity
  readonly cityId: CityId | null
  readonly cityName: string | null
  readonly quietFrom: string | null
  readonly quietTo: string | null
  readonly createdAt: Date
  readonly holding: number
}

const selectThresholds = (db: Queryable) =>
  db.select(THRESHOLD).from(thresholds).leftJoin(cities, eq(cities.id, thresholds.cityId))

export const listThresholds = (db: Queryable): Promise<StoredThreshold[]> =>
  selectThresholds(db).orderBy(asc(thresholds.id))

export async function thresholdById(
  db: Queryable,
  id: number,
): Promise<StoredThreshold | undefined> {
  const [row] = await selectThresholds(db).where(eq(thresholds.id, id))
  return row
}

export async function thresholdNamed(
  db: Queryable,
  name: string,
): Promise<StoredThreshold | undefined> {
  const [row] = await selectThresholds(db).where(eq(thresholds.name, name))
  return row
}

export interface NewThreshold {
  readonly name: string
  readonly field: ThresholdField
  readonly side: ThresholdSide
  readonly value: number
  /** A warning where absent. */
  readonly severity?: ThresholdSeverity
  readonly cityId: CityId | null
  readonly quiet: QuietHours | null
  readonly createdAt: Date
}

/** Undefined where the name is taken. */
export async function storeThreshold(
  db: Queryable,
  { quiet, ...threshold }: NewThreshold,
): Promise<StoredThreshold | undefined> {
  const [row] = await db
    .insert(thresholds)
    .values({ ...threshold, quietFrom: quiet?.from ?? null, quietTo: quiet?.to ?? null })
    .onConflictDoNothing()
    .returning({ id: thresholds.id })
  return row && thresholdById(db, row.id)
}

/** The usual ones, for every city. @returns those that were created: a name that is taken stays. */
export async function storePresets(
  db: Queryable,
  quiet: QuietHours | null,
  createdAt: Date,
): Promise<StoredThreshold[]> {
  const created: StoredThreshold[] = []
  for (const preset of THRESHOLD_PRESETS) {
    const stored = await storeThreshold(db, { ...preset, cityId: null, quiet, createdAt })
    if (stored) created.push(stored)
  }
  return created
}

/** With all its crossings. Undefined where there is none. */
export async function deleteThreshold(
  db: Queryable,
  id: number,
): Promise<StoredThreshold | undefined> {
  const found = await thresholdById(db, id)
  if (found) await db.delete(thresholds).where(eq(thresholds.id, id))
  return found
}

export interface Crossing {
  readonly id: number
  readonly cityId: CityId
  readonly cityName: string
  readonly provider: string
  readonly startedAt: Date
  readonly startValue: number
  readonly toldAt: Date | null
  readonly endedAt: Date | null
  readonly endValue: number | null
}

/** The newest first. */
export const crossingsOf = (
  db: Queryable,
  thresholdId: number,
  { limit, open = false }: { readonly limit: number; readonly open?: boolean },
): Promise<Crossing[]> =>
  db
    .select({
      id: thresholdCrossings.id,
      cityId: thresholdCrossings.cityId,
      cityName: cities.name,
      provider: thresholdCrossings.provider,
      startedAt: thresholdCrossings.startedAt,
      startValue: thresholdCrossings.startValue,
      toldAt: thresholdCrossings.toldAt,
      endedAt: thresholdCrossings.endedAt,
      endValue: thresholdCrossings.endValue,
    })
    .from(thresholdCrossings)
    .innerJoin(cities, eq(cities.id, thresholdCrossings.cityId))
    .where(
      and(
        eq(thresholdCrossings.thresholdId, thresholdId),
        open ? isNull(thresholdCrossings.endedAt) : undefined,
      ),
    )
    .orderBy(desc(thresholdCrossings.startedAt), desc(thresholdCrossings.id))
    .limit(limit)
