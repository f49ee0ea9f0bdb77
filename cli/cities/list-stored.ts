import type { ListedCity } from '../../db/queries/cities.ts'
import { withStoredDatabase } from '../target/database-access.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { simulatedMark } from '../target/installation.ts'
import { citiesText } from '../terminal/format.ts'
import { say, sayJson } from '../terminal/output.ts'
import { tableText, terminalWidth, type Column } from '../terminal/table.ts'

export interface ListOptions {
  readonly country?: string
  readonly limit: number
  readonly json?: boolean
}

export async function listStored({ country, limit, json }: ListOptions): Promise<ExitCode> {
  const { cities, active, mode } = await withStoredDatabase('read', async (db, config) => {
    const { countCities, listCities } = await import('../../db/queries/cities.ts')
    const filter = country === undefined ? {} : { countryCode: country }
    const cities = await listCities(db, { ...filter, limit })
    return { cities, active: await countCities(db), mode: config.mode }
  })
  if (json === true) sayJson(cities.map((city) => ({ ...city, ...simulatedMark(mode) })))
  else say(listText(cities, active))
  return EXIT.ok
}

const COLUMNS: readonly Column<ListedCity>[] = [
  { title: 'GeoNames id', text: ({ id }) => String(id), align: 'right', rank: 0 },
  { title: 'City', text: ({ name }) => name, rank: 0 },
  { title: 'Country', text: ({ countryCode }) => countryCode, rank: 1 },
  { title: 'Position', text: positionText, align: 'right', rank: 5 },
  { title: 'Time zone', text: ({ timeZone }) => timeZone, rank: 4 },
  { title: 'Inhabitants', text: populationText, align: 'right', rank: 3 },
  { title: 'Refreshed', text: ({ active }) => (active ? 'yes' : 'no'), rank: 2 },
]

export function listText(
  cities: readonly ListedCity[],
  active: number,
  width = terminalWidth(),
): string {
  const total = `${citiesText(cities.length)} shown, ${citiesText(active)} kept fresh in all.`
  if (cities.length === 0) return `${total}\nAdd some with \`weather247 cities import\`.`
  return `${tableText(COLUMNS, cities, width)}\n${total}`
}

function populationText({ population }: ListedCity): string {
  return population === null ? 'unknown' : population.toLocaleString('en')
}

function positionText({ latitude, longitude }: ListedCity): string {
  const north = `${Math.abs(latitude).toFixed(2)}° ${latitude < 0 ? 'S' : 'N'}`
  return `${north} ${Math.abs(longitude).toFixed(2)}° ${longitude < 0 ? 'W' : 'E'}`
}
