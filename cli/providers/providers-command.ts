import { Option } from 'commander'
import { PRODUCTS } from '../../domain/weather/product.ts'
import { newCommand, runs, type AddCommand } from '../command-runner.ts'
import { MOST_IN_FLIGHT, MOST_SPACING_MS } from '../../domain/provider/provider-limits.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { MOST_PRIORITY } from '../../domain/provider/provider-setup.ts'
import { LEVEL_BEGINS } from '../../domain/quota/levels.ts'
import { wholeNumberFrom } from '../terminal/arguments.ts'
import { limitsArgument, moneyArgument, providerArgument } from './provider-arguments.ts'
import { limitsChange, type LimitsOptions } from './limits-change.ts'
import type { JsonOption } from './manage-providers.ts'
import type { TestOptions } from './test-provider.ts'

export const addProviders: AddCommand = (parent, exit) => {
  const providers = newCommand(
    'providers',
    'show and change which weather services are asked, in which order and how often',
  ).addHelpText(
    'after',
    `
Changes are kept in the database, hold for every process within seconds, and are written down. Keys and
addresses are settings: they are set in the environment or a file, and shown nowhere.`,
  )
  addList(providers, exit)
  addShow(providers, exit)
  addSwitch(providers, exit)
  addPriority(providers, exit)
  addLimits(providers, exit)
  addTest(providers, exit)
  parent.addCommand(providers)
}

const idOf = (args: readonly string[]): ProviderId => providerArgument(args[0] ?? '')

const addList: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('list', 'every provider, those in use first, with use and limits')
      .option('--json', 'print a JSON array')
      .action(
        runs<JsonOption>(exit, async (options) => {
          const { listProviders } = await import('./manage-providers.ts')
          return listProviders(options)
        }),
      ),
  )
}

const addShow: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('show', 'one provider: where its limits come from, and what was changed')
      .argument('<provider>', 'such as open-meteo', providerArgument)
      .option('--json', 'print one JSON object')
      .action(
        runs<JsonOption>(exit, async (options, args) => {
          const { showProvider } = await import('./manage-providers.ts')
          return showProvider(idOf(args), options)
        }),
      ),
  )
}

const addSwitch: AddCommand = (parent, exit) => {
  for (const [word, isEnabled, about] of [
    ['enable', true, 'take a provider into use'],
    ['disable', false, 'take a provider out of use; the last one stays'],
  ] as const) {
    parent.addCommand(
      newCommand(word, about)
        .argument('<provider>', 'such as nws', providerArgument)
        .option('--json', 'print one JSON object')
        .action(
          runs<JsonOption>(exit, async (options, args) => {
            const { changeStored } = await import('./manage-providers.ts')
            return changeStored(idOf(args), () => ({ isEnabled }), options)
          }),
        ),
    )
  }
}

const addPriority: AddCommand = (parent, exit) => {
  const number = wholeNumberFrom(1, MOST_PRIORITY)
  parent.addCommand(
    newCommand('priority', 'set when a provider is asked: the lowest first')
      .argument('<provider>', 'such as met-norway', providerArgument)
      .argument('<number>', `1 to ${MOST_PRIORITY}, or "reset" for that of the settings`, (text) =>
        text === 'reset' ? null : number(text),
      )
      .option('--json', 'print one JSON object')
      .addHelpText(
        'after',
        `
Providers of the settings have 10, 20, 30 and so on, in their order.

Example:
  weather247 providers priority met-norway 5`,
      )
      .action(
        runs<JsonOption>(exit, async (options, args) => {
          const { changeStored } = await import('./manage-providers.ts')
          const priority = args[1] === 'reset' ? null : number(args[1] ?? '')
          return changeStored(idOf(args), () => ({ priority }), options)
        }),
      ),
  )
}

const addLimits: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('limits', 'set how often a provider may be asked, and what that costs')
      .argument('<provider>', 'such as open-meteo', providerArgument)
      .argument('[limits]', 'such as 600/minute,10000/day; none for no limit', limitsArgument)
      .option(
        '--in-flight <number>',
        'requests at a time by each process, 1 by all together',
        wholeNumberFrom(1, MOST_IN_FLIGHT),
      )
      .option('--spacing-ms <number>', 'between two', wholeNumberFrom(0, MOST_SPACING_MS))
      .option('--places <number>', 'places in one request', wholeNumberFrom(1, 100_000))
      .option('--cost <money>', 'of one call, in the currency of your plan', moneyArgument)
      .option(
        '--budget <money>',
        `of a month; warned of at ${LEVEL_BEGINS.warning} and ${LEVEL_BEGINS.critical}`,
        moneyArgument,
      )
      .option('--reset', 'as the settings say, without cost and budget; before what else is named')
      .option('--json', 'print one JSON object')
      .addHelpText(
        'after',
        `
A window slides with :sliding, and turns in a zone, at an hour or on a day of the month with @.

Examples:
  weather247 providers limits open-meteo 1000000/month --in-flight 8
  weather247 providers limits weatherapi 25/hour:sliding,1000/day@America/New_York
  weather247 providers limits openweathermap 1000/day@UTC@6h --cost 0.0012 --budget 10
  weather247 providers limits open-meteo --reset`,
      )
      .action(
        runs<LimitsOptions & JsonOption>(exit, async (options, args) => {
          const { changeStored } = await import('./manage-providers.ts')
          const quota = args[1] === undefined ? undefined : limitsArgument(args[1])
          return changeStored(idOf(args), limitsChange(options, quota), options)
        }),
      ),
  )
}

const addTest: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('test', 'send a provider one real request, and say what it came to')
      .argument('<provider>', 'such as openweathermap', providerArgument)
      .addOption(
        new Option('--product <product>', 'whose endpoint; without, the first').choices(PRODUCTS),
      )
      .option('--json', 'print one JSON object')
      .addHelpText(
        'after',
        `
It is charged to the provider's quota, and sent also while the provider is paused, its key was refused,
or its endpoint is quarantined; a success ends that. Exit status 1 where it fails.`,
      )
      .action(
        runs<TestOptions>(exit, async (options, args) => {
          const { testProvider } = await import('./test-provider.ts')
          return testProvider(idOf(args), options)
        }),
      ),
  )
}
