import { Argument, Option } from 'commander'
import { PROVIDER_IDS, type ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { newCommand, runs, type AddCommand } from '../command-runner.ts'
import { BREAKAGE_NAMES, BREAKAGES } from './breakages.ts'
import type { BreakOptions } from './break-provider.ts'
import type { LoseOptions } from './lose-city.ts'
import { printableText } from '../terminal/arguments.ts'
import { faultSeconds } from './fault-duration.ts'

const USUAL_SECONDS = 120

/** Far from every airport of the emulator, whose reports no fault takes from one city alone. */
const USUAL_CITY = 'Dubai'

const forOption = () =>
  new Option('--for <time>', 'how long, such as 90s, 2m, 1h')
    .argParser(faultSeconds)
    .default(USUAL_SECONDS, '2m')

export const addDemoBreak: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('break', 'break a weather service of the running demo, and watch what happens')
      .addArgument(new Argument('<provider>', 'which').choices(PROVIDER_IDS))
      .addOption(forOption())
      .addOption(new Option('--kind <kind>', 'how').choices(BREAKAGE_NAMES).default('down'))
      .option('--watch', 'wait until it is well again, and show the recovery')
      .addHelpText(
        'after',
        `
Then all cities are refreshed, so that others serve them, and the incident is shown.

Kinds:
${BREAKAGE_NAMES.map((name) => `  ${name}: it ${BREAKAGES[name].shows}`).join('\n')}

Examples:
  weather247 demo break open-meteo --for 2m --watch
  weather247 demo break met-norway --kind rate-limited
  weather247 demo break open-meteo --kind nearly-spent`,
      )
      .action(
        runs<BreakOptions>(exit, async (options, [provider]) => {
          const { breakProvider } = await import('./break-provider.ts')
          return breakProvider(provider as ProviderId, options)
        }),
      ),
  )
}

export const addDemoLose: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('lose', 'let no weather service of the running demo answer for one city')
      .argument('[city]', 'a name like "London, GB", or a GeoNames id', printableText, USUAL_CITY)
      .addOption(forOption())
      .action(
        runs<LoseOptions>(exit, async (options, [city = USUAL_CITY]) => {
          const { loseCity } = await import('./lose-city.ts')
          return loseCity(city, options)
        }),
      ),
  )
}

export const addDemoMend: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('mend', 'make every weather service of the running demo well again').action(
      runs(exit, async () => {
        const { mend } = await import('./break-provider.ts')
        return mend()
      }),
    ),
  )
}
