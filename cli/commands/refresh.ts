import { Option } from 'commander'
import { FAN_OUTS, type FanOut } from '../../contracts/refresh.ts'
import { wholeNumberFrom } from '../arguments.ts'
import { newCommand, runs, type AddCommand } from '../command-runner.ts'

export interface RefreshOptions {
  readonly cities?: readonly string[]
  readonly force?: boolean
  /** Minutes. */
  readonly maxAge?: number
  readonly fanOut: FanOut
  readonly wait?: boolean
  readonly json?: boolean
}

export const addRefresh: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('refresh', 'refresh the weather of all cities, or of some, now')
      .option('--cities <names or ids...>', 'only these: names, name,COUNTRY, or GeoNames ids')
      .option('--force', 'past the age check and the cache, all the way to the provider')
      .option(
        '--max-age <minutes>',
        'leave cities alone whose weather is younger (default: WEATHER247_MAX_AGE_MINUTES)',
        wholeNumberFrom(0),
      )
      .addOption(
        new Option('--fan-out <gear>', 'a workflow for each city, or many cities in one')
          .choices(FAN_OUTS)
          .default('auto'),
      )
      .option('--wait', 'show the progress, and end when the refresh has ended')
      .option('--json', 'print one JSON object, without progress')
      .addHelpText(
        'after',
        `
Examples:
  weather247 refresh --wait
  weather247 refresh --cities "London, GB" "New York City" Paris,FR 2950159 --force --wait`,
      )
      .action(
        runs<RefreshOptions>(exit, async (options) => {
          const { refresh } = await import('../refresh.ts')
          return refresh(options)
        }),
      ),
  )
}
