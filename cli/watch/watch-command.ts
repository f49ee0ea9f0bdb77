import { newCommand, runs, type AddCommand } from '../command-runner.ts'
import type { WatchOptions } from './watch.ts'

export const addWatch: AddCommand = (parent, exit) => {
  parent.addCommand(
    newCommand('watch', 'show how fresh the weather is, what runs and what is left, live')
      .option('--once', 'print it once')
      .option('--json', 'print JSON objects: one, or one every ten seconds')
      .addHelpText(
        'after',
        `
Asks the API of the instance on this machine, or that of WEATHER247_API_URL, with the token in
WEATHER247_TOKEN where tokens are asked for. q ends it. Without a terminal it prints a line every
ten seconds.

Examples:
  weather247 watch
  weather247 watch --once
  weather247 watch --json >> weather247.log`,
      )
      .action(
        runs<WatchOptions>(exit, async (options) => {
          const { watch } = await import('./watch.ts')
          return watch(options)
        }),
      ),
  )
}
