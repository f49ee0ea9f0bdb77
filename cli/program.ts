import { Command } from 'commander'
import type { AddCommand, ExitBox } from './command-runner.ts'
import { addApi } from './api/api-command.ts'
import { addCities } from './cities/cities-command.ts'
import { addCleanup } from './cleanup/cleanup-command.ts'
import { addCompletion } from './complete/add-completion.ts'
import { addDemo } from './demo/demo-command.ts'
import { addIncidents } from './incidents/incidents-command.ts'
import { addDisagreements } from './disagreements/disagreements-command.ts'
import { addExplain } from './explain/explain-command.ts'
import { addMigrate } from './migrate/migrate-command.ts'
import { addOpen } from './open/open-command.ts'
import { addPlan } from './plan/plan-command.ts'
import { addProviders } from './providers/providers-command.ts'
import { addRefresh } from './refresh/refresh-command.ts'
import { addScheduler } from './legacy-scheduler/scheduler-command.ts'
import { addSchedules } from './schedules/schedules-command.ts'
import { addSimulate } from './simulate/simulate-command.ts'
import { addTask } from './task/task-command.ts'
import { addTemporal } from './temporal/temporal-command.ts'
import { addThresholds } from './thresholds/thresholds-command.ts'
import { addTokens } from './tokens/tokens-command.ts'
import { addUp } from './up/up-command.ts'
import { addWatch } from './watch/watch-command.ts'
import { addWebhooks } from './webhooks/webhooks-command.ts'
import { addWorker } from './worker/worker-command.ts'
import { EXIT_CODE_HELP } from './exit-codes.ts'
import { packageVersion } from './package-root.ts'
import { terminalText } from './terminal/output.ts'

const GROUPS: readonly (readonly [string, readonly AddCommand[]])[] = [
  ['Start:', [addUp, addDemo]],
  [
    'Weather:',
    [addRefresh, addCities, addThresholds, addExplain, addPlan, addSimulate, addCleanup],
  ],
  ['Schedules:', [addSchedules, addScheduler]],
  ['Providers and access:', [addProviders, addTokens, addWebhooks]],
  ['Run parts yourself:', [addMigrate, addWorker, addApi]],
  ['Look inside:', [addOpen, addWatch, addTask, addIncidents, addDisagreements, addTemporal]],
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
  addCompletion(program)
  forEachCommand(program, (command) =>
    command
      .exitOverride()
      .configureHelp({ helpWidth: 96 })
      .configureOutput({
        outputError: (text, write) => {
          write(terminalText(text))
        },
      }),
  )
  return program
}

/** Commands that are added ready-made inherit nothing from the program. */
export function forEachCommand(command: Command, visit: (command: Command) => unknown): void {
  visit(command)
  for (const child of command.commands) forEachCommand(child, visit)
}
