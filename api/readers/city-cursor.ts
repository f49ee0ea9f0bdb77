import type { AfterCity, CitySort, CityState } from '../../db/queries/city-states.ts'
import { MAX_CITY_ID } from '../../domain/city/city.ts'
import { Problem } from '../problem.ts'

/** Where the next page begins; by id it is the id itself. */
export function cityCursorOf(sort: CitySort, city: CityState): string {
  if (sort === 'id') return String(city.id)
  const value = sort === 'name' ? city.name : (city.conditionsConfirmedAt?.toISOString() ?? null)
  return Buffer.from(JSON.stringify([sort, city.id, value])).toString('base64url')
}

/** `Number` reads more than that, such as hexadecimal digits. */
const DECIMAL = /^[1-9]\d*$/

/** @throws Problem for a cursor that was not given out with this order. */
export function afterCityOf(sort: CitySort, cursor: string): AfterCity {
  if (sort === 'id') return { id: idOf(DECIMAL.test(cursor) && Number(cursor)), value: null }
  const [ofSort, id, value] = partsOf(cursor)
  if (ofSort !== sort) throw refusal()
  if (sort === 'age' && value === null) return { id: idOf(id), value }
  if (typeof value !== 'string') throw refusal()
  if (sort === 'age' && Number.isNaN(Date.parse(value))) throw refusal()
  return { id: idOf(id), value }
}

function partsOf(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(parts) ? parts : []
  } catch {
    return []
  }
}

function idOf(id: unknown): number {
  if (Number.isInteger(id) && Number(id) >= 1 && Number(id) <= MAX_CITY_ID) return Number(id)
  throw refusal()
}

function refusal(): Problem {
  const message = 'must be the next_cursor of the page before, with the same sort'
  return new Problem('invalid-request', `querystring cursor: ${message}`, {
    extra: { errors: [{ in: 'querystring', field: 'cursor', message }] },
  })
}
