import { InvalidArgumentError, Option } from 'commander'
import { quietHoursOf, type QuietHours } from '../../domain/thresholds/quiet-hours.ts'
import { THRESHOLD_FIELD_NAMES, THRESHOLD_SEVERITIES } from '../../domain/thresholds/threshold.ts'
import { newCommand, runs, type AddCommand } from '../command-runner.ts'
import { printableText } from '../terminal/arguments.ts'
import { tokenName as thresholdName } from '../tokens/token-arguments.ts'
import type { CreateOptions, JsonOption } from './manage-thresholds.ts'

export const addThresholds: AddCommand = (parent, exit) => {
  const thresholds = newCommand('thresholds', 'tell the webhooks when weather reaches a value')
  addThresholdsCreate(thresholds, exit)
  addThresholdsPresets(thresholds, exit)
  addThresholdsList(thresholds, exit)
  addThresholdsDelete(thresholds, exit)
  parent.addCommand(thresholds)
}

const addThresholdsCreate: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('create', 'tell when a value is reached, and when it is left again')
      .requiredOption('--name <name>', 'each name once', thresholdName)
      .addOption(
        new Option('--field <field>', 'of the current conditions')
          .choices(THRESHOLD_FIELD_NAMES)
          .makeOptionMandatory(),
      )
      .addOption(new Option('--above <value>', 'at this or more').argParser(anyNumber))
      .addOption(
        new Option('--below <value>', 'at this or less').argParser(anyNumber).conflicts('above'),
      )
      .option('--unit <unit>', 'of the value, such as °F or m/s', printableText)
      .addOption(
        new Option('--severity <severity>', 'what receivers are sent beside it')
          .choices(THRESHOLD_SEVERITIES)
          .default('warning'),
      )
      .option('--city <city>', 'only in this city; without, in every city', printableText)
      .option('--quiet <hours>', 'local times at which no start is sent, 22:00-07:00', quietHours)
      .option('--json', 'print one JSON object')
      .addHelpText(
        'after',
        `
A start that falls into quiet hours is sent after them, if it holds still; an end is sent at once.

Examples:
  weather247 thresholds create --name heat --field temperature --above 35
  weather247 thresholds create --name frost --field temperature --below 14 --unit °F --city Oslo
  weather247 thresholds create --name gale --field wind_speed --above 50 --quiet 22:00-07:00
  weather247 thresholds create --name thunder --field severe_weather --above 1 --severity critical`,
      )
      .action(
        runs<CreateOptions>(exit, async (options) => {
          const { createStored } = await import('./manage-thresholds.ts')
          return createStored(options)
        }),
      ),
  )
}

const addThresholdsPresets: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand(
      'presets',
      'create the usual ones for every city: heat, frost, wind, visibility, severe words',
    )
      .option('--quiet <hours>', 'local times at which no start is sent, 22:00-07:00', quietHours)
      .option('--json', 'print a JSON array')
      .addHelpText('after', '\nThose whose name is taken stay as they are.')
      .action(
        runs<Pick<CreateOptions, 'quiet' | 'json'>>(exit, async (options) => {
          const { createPresets } = await import('./manage-thresholds.ts')
          return createPresets(options)
        }),
      ),
  )
}

const addThresholdsList: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('list', 'show every threshold, and for how many cities it holds now')
      .option('--json', 'print a JSON array')
      .action(
        runs<JsonOption>(exit, async (options) => {
          const { listStored } = await import('./manage-thresholds.ts')
          return listStored(options)
        }),
      ),
  )
}

const addThresholdsDelete: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('delete', 'tell of it no more, and forget when it held')
      .argument('<name>', 'the name it was created with', thresholdName)
      .action(
        runs(exit, async (_options, [name = '']) => {
          const { deleteStored } = await import('./manage-thresholds.ts')
          return deleteStored(name)
        }),
      ),
  )
}

function anyNumber(text: string): number {
  if (/^-?\d{1,7}(\.\d{1,6})?$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a number, like 35, -10 or 0.5.')
}

function quietHours(text: string): QuietHours {
  const hours = quietHoursOf(text)
  if (hours) return hours
  throw new InvalidArgumentError('It must be two different local times, like 22:00-07:00.')
}
