import { countryCode, wholeNumberFrom } from '../terminal/arguments.ts'
import { MAX_POPULATION } from './validate-city-rows.ts'
import { newCommand, runs, type AddCommand } from '../command-runner.ts'
import type { ImportOptions } from './import-chosen.ts'

export const addCitiesImport: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('import', 'add cities, or correct them; none is removed or activated again')
      .option('--country <code>', 'only of this country, two letters', countryCode)
      .option(
        '--min-population <number>',
        'only with at least this many inhabitants',
        wholeNumberFrom(0, MAX_POPULATION),
      )
      .option('--file <path>', 'JSON, CSV or a GeoNames dump; by default the built-in list')
      .option('--json', 'print one JSON object')
      .addHelpText(
        'after',
        `
The built-in list has every place of at least 100,000 inhabitants. More of them are at
https://download.geonames.org/export/dump/ (unpack the file first). A CSV file needs the
columns id,name,countryCode,latitude,longitude,timeZone and may have population.

Examples:
  weather247 cities import --country DE
  weather247 cities import --file cities15000.txt --min-population 50000`,
      )
      .action(
        runs<ImportOptions>(exit, async (options) => {
          const { importChosen } = await import('./import-chosen.ts')
          return importChosen(options)
        }),
      ),
  )
}
