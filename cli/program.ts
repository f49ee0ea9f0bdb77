import { Command } from 'commander'
import type { AddCommand, ExitBox } from './command-runner.ts'
import { addApi } from './commands/api.ts'
import { addCities } from './commands/cities.ts'
import { addCleanup } from './commands/cleanup.ts'
import { addDemo } from './commands/demo.ts'
import { addMigrate } from './commands/migrate.ts'
import { addRefresh } from './commands/refresh.ts'
import { addScheduler } from './commands/scheduler.ts'
import { addSchedules } from './commands/schedules.ts'
import { addTemporal } from './commands/temporal.ts'
import { addUp } from './commands/up.ts'
import { addWorker } from './commands/worker.ts'
import { EXIT_CODE_HELP } from './exit-codes.ts'
import { packageVersion } from './package-root.ts'

const GROUPS: readonly (readonly [string, readonly AddCommand[]])[] = [
  ['Start:', [addUp, addDemo]],
  ['Weather:', [addRefresh, addCities, addCleanup]],
  ['Schedules:', [addSchedules, addScheduler]],
  ['Run parts yourself:', [addMigrate, addWorker, addApi]],
  ['Look inside:', [addTemporal]],
]

const HELP = `
Examples:
  weather247 demo                        look around, without keys and without internet
  weather247 up                          live weather of a starter set of cities
  weather247 refresh --force --wait      refresh everything now, with progress
  weather247 cities import --country DE  more cities
  weather247 schedules list              what runs by itself, and when
  weather247 temporal workflow list      what Temporal has run

Settings are environment variables; docs/settings.md lists them all. The usual ones:
  PORT, WEATHER247_DATA_DIR, WEATHER_CONTACT, WEATHER_PROVIDERS,
  TEMPORAL_ADDRESS, DATABASE_URL, REDIS_URL

${EXIT_CODE_HELP}`

export function createProgram(exit: ExitBox): Command {
  const program = new Command('weather247')
    .description('Keeps the weather of many cities fresh, from several weather services.')
    .version(packageVersion(), '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .enablePositionalOptions()
    .showSuggestionAfterError()
    .addHelpText('after', HELP)
  for (const [title, commands] of GROUPS) {
    program.commandsGroup(title)
    for (const add of commands) add(program, exit)
  }
  program.commandsGroup('More:')
  forEachCommand(program, (command) => command.exitOverride().configureHelp({ helpWidth: 96 }))
  return program
}

/** Commands that are added ready-made inherit nothing from the program. */
export function forEachCommand(command: Command, visit: (command: Command) => unknown): void {
  visit(command)
  for (const child of command.commands) forEachCommand(child, visit)
}
