import type { Database } from '../../db/database.ts'
import type { City } from '../../domain/city/city.ts'
import { wrongUsage } from '../errors/command-error.ts'
import { withDatabase } from '../target/database-access.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { simulatedMark } from '../target/installation.ts'
import { citiesText } from '../terminal/format.ts'
import { say, sayJson } from '../terminal/output.ts'
import { parseCityFile } from './city-file.ts'
import { readTextFile } from './read-text-file.ts'
import { bundledCities } from './starter-cities.ts'

export interface ImportOptions {
  readonly country?: string
  /** Inhabitants. */
  readonly minPopulation?: number
  readonly file?: string
  readonly json?: boolean
}

export async function importChosen(options: ImportOptions): Promise<ExitCode> {
  const all = options.file === undefined ? await bundledCities() : await citiesOf(options.file)
  const chosen = chooseCities(all, options)
  if (chosen.length === 0) {
    throw wrongUsage(`none of ${citiesText(all.length)} is left by --country and --min-population`)
  }
  const { country, minPopulation, file } = options
  const change = { command: 'cities import', fields: { country, minPopulation, file } }
  const { imported, added, mode } = await withDatabase(change, async (db, config) => ({
    ...(await save(db, chosen)),
    mode: config.mode,
  }))
  if (options.json === true) {
    sayJson({ ...simulatedMark(mode), imported, added, corrected: imported - added })
  } else say(`Imported ${citiesText(imported)}: ${added} new, ${imported - added} known already.`)
  return EXIT.ok
}

const citiesOf = async (file: string): Promise<City[]> =>
  parseCityFile(await readTextFile(file), file)

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
