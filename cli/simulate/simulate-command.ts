import { newCommand, runs, type AddCommand } from '../command-runner.ts'
import { wholeNumberFrom } from '../terminal/arguments.ts'
import { budget, outage } from './simulate-arguments.ts'
import type { SimulateOptions } from './simulate.ts'

const MOST_CITIES = 100_000
const MOST_DAYS = 31

export const addSimulate: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('simulate', 'days of the plan in virtual time, without a call')
      .option('--cities <number>', 'how many', wholeNumberFrom(1, MOST_CITIES), 200)
      .option(
        '--budget <provider=limit/window>',
        'a provider and its limit; may be repeated',
        budget,
      )
      .option('--down <provider@from-to>', 'an outage of each day, in UTC; may be repeated', outage)
      .option('--days <number>', 'how many', wholeNumberFrom(1, MOST_DAYS), 1)
      .option(
        '--seed <number>',
        'the same seed gives the same days',
        wholeNumberFrom(0, 999_999),
        1,
      )
      .option('--json', 'print one JSON object')
      .addHelpText(
        'after',
        `
Cities of the whole world, the first asked for most, nothing fetched at the start. Without a budget: Open-Meteo and
MET Norway with what they publish. The planner is the one that refreshes are planned by.

Example:
  weather247 simulate --cities 200 --budget open-meteo=1000/day --down open-meteo@10:00-12:00`,
      )
      .action(
        runs<SimulateOptions>(exit, async (options) => {
          const { simulate } = await import('./simulate.ts')
          return simulate(options)
        }),
      ),
  )
}
