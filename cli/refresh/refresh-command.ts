import { Option } from 'commander'
import { GEAR_CHOICES } from '../../contracts/refresh.ts'
import { printableWords, wholeNumberAs } from '../terminal/arguments.ts'
import { newCommand, runs, type AddCommand } from '../command-runner.ts'
import type { RefreshOptions } from './refresh.ts'

export const addRefresh: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('refresh', 'refresh the weather of all cities, or of some, now')
      .option(
        '--cities <names or ids...>',
        'only these: names, name,COUNTRY, or GeoNames ids',
        printableWords,
      )
      .option('--force', 'past the age check and the cache, all the way to the provider')
      .option(
        '--max-age <minutes>',
        'leave cities alone whose weather is younger (default: WEATHER247_MAX_AGE_MINUTES)',
        wholeNumberAs('WEATHER247_MAX_AGE_MINUTES', 0),
      )
      .addOption(
        new Option('--fan-out <gear>', 'a workflow for each city, or many cities in one')
          .choices(GEAR_CHOICES)
          .default('auto'),
      )
      .addOption(
        new Option(
          '--plan',
          'only say what is due, who would be asked and what it weighs',
        ).conflicts(['wait', 'fanOut']),
      )
      .option('--wait', 'show the progress, and end when the refresh has ended')
      .option('--json', 'print one JSON object, without progress')
      .addHelpText(
        'after',
        `
Examples:
  weather247 refresh --wait
  weather247 refresh --cities Tokyo --force --plan
  weather247 refresh --cities "London, UK" "New York" Berlin,DE 1850147 --force --wait`,
      )
      .action(
        runs<RefreshOptions & { plan?: true }>(exit, async ({ plan, ...options }) => {
          if (plan) {
            const { showRefreshPlan } = await import('./refresh-plan.ts')
            return showRefreshPlan(options)
          }
          const { refresh } = await import('./refresh.ts')
          return refresh(options)
        }),
      ),
  )
}
