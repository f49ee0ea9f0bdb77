import type { Config, Mode } from '../platform/config.ts'
import { toConfig } from '../platform/config.ts'
import { inheritedVariables, readEnv } from '../platform/env.ts'
import { readInstanceFile, type Instance } from '../platform/instance-file.ts'
import { cannotRun } from './command-failure.ts'
import { variablesFor, type InstancePlaces, type Variables } from './target-variables.ts'

/** What a command works on: services that are set, or those of the instance that runs here. */
export interface Target {
  /** Its Temporal and database are external ones, wherever they are. */
  readonly config: Config
  readonly variables: Variables
  /** The instance of this machine that was found, unless all services are set. */
  readonly instance: Instance | undefined
}

export const ALL_MODES: readonly Mode[] = ['live', 'demo']

/**
 * Looks for the instance that runs on this installation's data, the live one first.
 * @throws CommandFailure when services are needed that nobody runs.
 */
export async function findTarget(modes: readonly Mode[] = ALL_MODES): Promise<Target> {
  const inherited = inheritedVariables()
  const env = readEnv(inherited)
  for (const mode of modes) {
    const config = toConfig(env, { mode })
    const isOutside = config.temporal.kind === 'external' && config.database.kind === 'external'
    if (isOutside) return { config, variables: inherited, instance: undefined }
    const instance = await readInstanceFile(config.dataDir)
    if (instance !== undefined) return targetOf(inherited, placesOf(config, instance), instance)
  }
  const next = 'start one with `weather247 up`, or set TEMPORAL_ADDRESS and DATABASE_URL'
  if (!modes.includes('demo') && (await isDemoThere(env)))
    throw cannotRun(
      'only a demo runs here; further workers and APIs are for live data',
      `for those, ${next}`,
    )
  const { dataDir } = toConfig(env, { mode: modes[0] ?? 'live' })
  throw cannotRun(`no instance runs on ${dataDir}`, next)
}

const isDemoThere = async (env: Parameters<typeof toConfig>[0]): Promise<boolean> =>
  (await readInstanceFile(toConfig(env, { mode: 'demo' }).dataDir)) !== undefined

function targetOf(inherited: Variables, places: InstancePlaces, instance: Instance): Target {
  const variables = variablesFor(inherited, places)
  return { config: configOfPart(variables, places.mode), variables, instance }
}

/** The parts of a demo are pointed to as if they were external: by variables, in live mode. */
export function configOfPart(variables: Variables, mode: Mode): Config {
  return { ...toConfig(readEnv(variables), { mode: 'live' }), mode }
}

function placesOf(config: Config, instance: Instance): InstancePlaces {
  const { mode, dataDir } = config
  const { temporalAddress: address, temporalNamespace: namespace, webUiUrl, databaseUrl } = instance
  return {
    mode,
    dataDir,
    ...(config.temporal.kind === 'embedded' && { temporal: { address, namespace, webUiUrl } }),
    ...(config.database.kind === 'embedded' && { databaseUrl }),
  }
}
