import { Argument, Option, type Command } from 'commander'
import { OWN_PROMISES } from '../../domain/plan/promised-tier.ts'
import { printableWords } from '../terminal/arguments.ts'
import { newCommand, runs, type AddCommand } from '../command-runner.ts'
import type { ManageOptions, RemoveOptions } from './manage-stored.ts'

const which = (): Argument =>
  new Argument('<cities...>', 'names, name,COUNTRY, or GeoNames ids').argParser(printableWords)

const newManageCommand = (name: string, description: string): Command =>
  newCommand(name, description).addArgument(which()).option('--json', 'print one JSON object')

export const addCitiesActivate: AddCommand = (parent, exit) => {
  parent.addCommand(
    newManageCommand('activate', 'keep the weather of cities fresh again')
      .addHelpText('after', '\nExample:\n  weather247 cities activate "London, GB"')
      .action(
        runs<ManageOptions>(exit, async (options, words) => {
          const { activate } = await import('./manage-stored.ts')
          return activate(words, options)
        }),
      ),
  )
}

export const addCitiesDeactivate: AddCommand = (parent, exit) => {
  parent.addCommand(
    newManageCommand('deactivate', 'keep the weather of cities fresh no more')
      .addHelpText(
        'after',
        `
What is stored of them stays until the cleanup deletes it, and \`cities activate\` takes it up
again. An import does not.

Examples:
  weather247 cities deactivate Shanghai
  weather247 cities deactivate "London, GB" 1850147`,
      )
      .action(
        runs<ManageOptions>(exit, async (options, words) => {
          const { deactivate } = await import('./manage-stored.ts')
          return deactivate(words, options)
        }),
      ),
  )
}

export const addCitiesPromise: AddCommand = (parent, exit) => {
  parent.addCommand(
    newManageCommand('promise', 'how old the weather of cities may get where limits are short')
      .addOption(
        new Option(
          '--within <age>',
          'never older, in minutes; without it it is taken back',
        ).choices(OWN_PROMISES.map(String)),
      )
      .addHelpText(
        'after',
        `
Counts before WEATHER247_PROMISES, from the next scheduled refresh on. What the limits do not carry
is stretched: \`weather247 plan\` says so, and what it costs the others.

Examples:
  weather247 cities promise "London, GB" Tokyo --within 30
  weather247 cities promise Tokyo`,
      )
      .action(
        runs<ManageOptions & { within?: string }>(exit, async ({ json, within }, words) => {
          const { promise } = await import('./manage-stored.ts')
          const minutes = OWN_PROMISES.find((one) => String(one) === within)
          return promise(words, { ...(json && { json }), ...(minutes && { within: minutes }) })
        }),
      ),
  )
}

export const addCitiesRemove: AddCommand = (parent, exit) => {
  parent.addCommand(
    newManageCommand('remove', 'remove cities, with all weather that is stored of them')
      .option('--yes', 'remove without confirmation; needed where there is no terminal')
      .addHelpText(
        'after',
        `
It cannot be undone. On a terminal it asks first. The API may show a removed city for as long as
it is in the cache. An import of the city adds it again, without its former weather.

Example:
  weather247 cities remove Karachi --yes`,
      )
      .action(
        runs<RemoveOptions>(exit, async (options, words) => {
          const { remove } = await import('./manage-stored.ts')
          return remove(words, options)
        }),
      ),
  )
}
