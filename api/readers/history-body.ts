import type { ListedCity } from '../../db/queries/cities.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { UnitSystem } from '../../domain/weather/unit-systems.ts'
import type { ApiDeps } from '../deps.ts'
import type { HistoryBody, HistoryInterval } from '../schemas/history.ts'
import { historyBody, historyDay, historyHour, historyReading } from '../views/history.ts'
import { originalWeather } from '../views/original.ts'
import type { ValuePeriods } from './value-periods.ts'
import { readReadings, readSums, type HistoryPage, type HistoryQuestion } from './history.ts'
import { writeCursor } from './history-cursor.ts'

export interface HistoryRequest extends HistoryQuestion {
  readonly city: ListedCity
  readonly interval: HistoryInterval
  readonly units: UnitSystem
}

/** A page of what is stored of a city's past, as it is answered. */
export async function readHistory(deps: ApiDeps, request: HistoryRequest): Promise<HistoryBody> {
  const { city, interval, days, units } = request
  const { mode, keepDays } = deps.settings

  const body = <Item>(
    { items, next, from, to }: HistoryPage<Item>,
    providersOf: (item: Item) => readonly ProviderId[],
    shown: Pick<HistoryBody, 'hourly' | 'daily' | 'readings'>,
  ): HistoryBody => {
    const providers = [...new Set(items.flatMap(providersOf))].sort()
    const nextCursor = next === undefined ? null : writeCursor(next)
    return historyBody(
      { city, interval, days, units, from, to, mode, keepDays, providers, nextCursor },
      shown,
    )
  }

  if (interval === 'raw') {
    const page = await readReadings(deps.db, request)
    const readings = page.items.map(historyReading(city.timeZone, units))
    return body(page, ({ provider }) => [provider], { readings })
  }
  const page = await readSums(deps.db, interval, request)
  const shown =
    interval === 'day'
      ? { daily: page.items.map(historyDay(units)) }
      : { hourly: page.items.map(historyHour(city.timeZone, units)) }
  return body(page, ({ providers }) => providers ?? [], shown)
}

/** A page of readings in the original's shape. */
export async function readOriginalHistory(
  { db, now, settings: { mode }, periods }: ApiDeps & { readonly periods: ValuePeriods },
  question: HistoryQuestion,
) {
  const { items, next } = await readReadings(db, question)
  const periodOf = await periods.of([question.city.id])
  const options = { now: now(), periodOf, mode, units: 'metric' } as const
  return {
    rows: items.map((value) => originalWeather(question.city, value, options)),
    nextCursor: next === undefined ? null : writeCursor(next),
  }
}
