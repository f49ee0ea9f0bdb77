import type { FastifyRequest } from 'fastify'
import { isDatabaseUnavailable } from '../../db/queries/faults.ts'
import type { City, CityId } from '../../domain/city/city.ts'
import { ageSeconds, isStale } from '../../domain/weather/freshness.ts'
import type { Product } from '../../domain/weather/product.ts'
import type { PeriodOf } from '../../domain/weather/value-period.ts'
import type { StaleRefresher } from '../background/stale-refresher.ts'
import { requireRole } from '../caller.ts'
import type { Served, ValueReader } from './stored-values.ts'

export interface AskedValue<Value> {
  /** Absent where nothing is stored. */
  readonly served: Served<Value> | undefined
  /** Of a refresh that was waited for, where the value is stale even so. */
  readonly refreshTaskId: string | null
}

export interface FreshnessWish {
  readonly refresh?: 'if-stale'
  readonly request: FastifyRequest
  readonly now: () => Date
  readonly product: Product
  readonly periodOf: PeriodOf
}

interface Dated {
  readonly cityId: CityId
  readonly confirmedAt: Date
}

/** The value as it is stored, or, where that is stale and a refresh was asked for, after it. */
export async function valueOf<Value extends Dated>(
  reader: ValueReader<Value>,
  refresher: StaleRefresher,
  city: City,
  { refresh, request, now, product, periodOf }: FreshnessWish,
): Promise<AskedValue<Value>> {
  if (refresh !== undefined) requireRole(request, 'operate')
  const { dueSeconds } = periodOf(city.id, product)
  const isOld = (one: Served<Value> | undefined): boolean =>
    one === undefined || isStale(ageSeconds(one.value.confirmedAt, now()), dueSeconds)
  const served = (await reader.read([city.id])).get(city.id)
  if (refresh === undefined || !isOld(served)) return { served, refreshTaskId: null }
  const { taskId } = await refresher.refresh(city)
  const after = await readAgain(reader, city.id, served)
  return { served: after, refreshTaskId: isOld(after) ? taskId : null }
}

/** While the database is away, a value that is at hand is an answer, if an old one. */
async function readAgain<Value extends Dated>(
  reader: ValueReader<Value>,
  cityId: CityId,
  served: Served<Value> | undefined,
): Promise<Served<Value> | undefined> {
  try {
    return (await reader.readStored([cityId])).get(cityId) ?? served
  } catch (error) {
    if (served === undefined || !isDatabaseUnavailable(error)) throw error
    return served
  }
}
