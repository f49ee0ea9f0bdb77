import { readFile } from 'node:fs/promises'
import type { Database } from '../../db/client.ts'
import type { City } from '../../domain/city.ts'
import { wrongUsage } from '../command-failure.ts'
import type { ImportOptions } from '../commands/cities-import.ts'
import { withDatabase } from '../database-access.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { citiesText } from '../quantities.ts'
import { say, sayJson } from '../say.ts'
import { parseCityFile } from './city-file.ts'
import { bundledCities } from './starter-cities.ts'

export async function importChosen(options: ImportOptions): Promise<ExitCode> {
  const all = options.file === undefined ? await bundledCities() : await citiesOf(options.file)
  const chosen = chooseCities(all, options)
  if (chosen.length === 0)
    throw wrongUsage(`none of ${citiesText(all.length)} is left by --country and --min-population`)
  const { imported, added } = await withDatabase((db) => save(db, chosen))
  if (options.json === true) sayJson({ imported, added, corrected: imported - added })
  else say(`Imported ${citiesText(imported)}: ${added} new, ${imported - added} known already.`)
  return EXIT.ok
}

async function citiesOf(file: string): Promise<City[]> {
  try {
    return parseCityFile(await readFile(file, 'utf8'), file)
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      throw wrongUsage(`${file} cannot be read (${String(error.code)})`)
    throw error
  }
}

export function chooseCities(
  cities: readonly City[],
  { country, minPopulation = 0 }: Pick<ImportOptions, 'country' | 'minPopulation'>,
): City[] {
  return cities.filter(
    ({ countryCode, population }) =>
      (country === undefined || countryCode === country) && (population ?? 0) >= minPopulation,
  )
}

async function save(
  db: Database,
  cities: readonly City[],
): Promise<{ imported: number; added: number }> {
  const { citiesByIds, importCities } = await import('../../db/queries/cities.ts')
  const known = await citiesByIds(
    db,
    cities.map(({ id }) => id),
  )
  await importCities(db, cities)
  return { imported: cities.length, added: cities.length - known.length }
}
