import Table from 'cli-table3'
import type { ListedCity } from '../../db/queries/cities.ts'
import type { ListOptions } from '../commands/cities-list.ts'
import { withDatabase } from '../database-access.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { citiesText } from '../quantities.ts'
import { say, sayJson } from '../say.ts'

export async function listStored({ country, limit, json }: ListOptions): Promise<ExitCode> {
  const { cities, active } = await withDatabase(async (db) => {
    const { countCities, listCities } = await import('../../db/queries/cities.ts')
    const filter = country === undefined ? {} : { countryCode: country }
    return { cities: await listCities(db, { ...filter, limit }), active: await countCities(db) }
  })
  if (json === true) sayJson(cities)
  else say(listText(cities, active))
  return EXIT.ok
}

const HEAD = ['GeoNames id', 'City', 'Country', 'Position', 'Time zone', 'Inhabitants', 'Refreshed']

export function listText(cities: readonly ListedCity[], active: number): string {
  const total = `${citiesText(cities.length)} shown, ${citiesText(active)} kept fresh in all.`
  if (cities.length === 0) return `${total}\nAdd some with \`weather247 cities import\`.`
  const table = new Table({
    head: HEAD,
    colAligns: ['right', 'left', 'left', 'right', 'left', 'right', 'left'],
    style: { head: [], border: [] },
  })
  table.push(...cities.map(rowOf))
  return `${table.toString()}\n${total}`
}

function rowOf(city: ListedCity): string[] {
  return [
    String(city.id),
    city.name,
    city.countryCode,
    positionText(city),
    city.timeZone,
    city.population === null ? 'unknown' : city.population.toLocaleString('en'),
    city.active ? 'yes' : 'no',
  ]
}

function positionText({ latitude, longitude }: ListedCity): string {
  const north = `${Math.abs(latitude).toFixed(2)}° ${latitude < 0 ? 'S' : 'N'}`
  return `${north} ${Math.abs(longitude).toFixed(2)}° ${longitude < 0 ? 'W' : 'E'}`
}
