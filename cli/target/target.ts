import { toConfig, type Config, type Mode } from '../../platform/config/config.ts'
import { isConnected, type ConnectedConfig } from '../../platform/config/connected-config.ts'
import { inheritedVariables, readEnv } from '../../platform/config/env.ts'
import { readInstanceFile, type Instance } from '../../platform/files/instance-file.ts'
import { cannotRun } from '../errors/command-error.ts'
import { announce } from './installation.ts'
import { variablesFor, type InstanceAddresses, type Variables } from './target-variables.ts'

/** What a command works on: services that are set, or those of the instance that runs here. */
export interface Target {
  readonly config: ConnectedConfig
  readonly variables: Variables
  /** The instance of this machine that was found, unless all services are set. */
  readonly instance: Instance | undefined
}

export const ALL_MODES: readonly Mode[] = ['live', 'demo']

/**
 * Looks for the instance that runs on this installation's data, the live one first.
 * @throws CommandError when neither an instance nor the settings provide the services.
 */
export async function findTarget(modes: readonly Mode[] = ALL_MODES): Promise<Target> {
  const { config, ...found } = await findServices(modes)
  return { ...found, config: config() }
}

/**
 * The environment that leads to the target's Temporal; its database may be unknown.
 * @throws CommandError when neither an instance nor the settings provide the services.
 */
export const findTargetVariables = async (): Promise<Variables> =>
  (await findServices(ALL_MODES)).variables

interface Services extends Omit<Target, 'config'> {
  /** @throws CommandError when the database is external and not set here. */
  readonly config: () => ConnectedConfig
}

async function findServices(modes: readonly Mode[]): Promise<Services> {
  const inherited = inheritedVariables()
  const env = readEnv(inherited)
  for (const mode of modes) {
    const config = toConfig(env, { mode })
    if (isConnected(config)) {
      return { config: () => config, variables: inherited, instance: undefined }
    }
    const instance = await readInstanceFile(config.dataDir)
    if (instance !== undefined) {
      const variables = variablesFor(inherited, addressesOf(config, instance))
      return { config: () => configOfInstance(variables, mode), variables, instance }
    }
  }
  const next = 'start one with `weather247 up`, or set TEMPORAL_ADDRESS and DATABASE_URL'
  if (!modes.includes('demo') && (await isDemoThere(env))) {
    throw cannotRun(
      'only a demo runs here; further workers and APIs are for live data',
      `for those, ${next}`,
    )
  }
  const { dataDir } = toConfig(env, { mode: modes[0] ?? 'live' })
  throw cannotRun(`no instance runs on ${dataDir}`, next)
}

const isDemoThere = async (env: Parameters<typeof toConfig>[0]): Promise<boolean> =>
  (await readInstanceFile(toConfig(env, { mode: 'demo' }).dataDir)) !== undefined

/** An external database is known by its setting only: its address holds a password. */
function configOfInstance(variables: Variables, mode: Mode): ConnectedConfig {
  const config = { ...toConfig(readEnv(variables), { mode: 'live' }), mode }
  if (isConnected(config)) return config
  throw cannotRun(
    'the running instance uses an external database',
    'set DATABASE_URL as it is set for `weather247 up`',
  )
}

function addressesOf(config: Config, instance: Instance): InstanceAddresses {
  const { mode, dataDir } = config
  const { temporalAddress: address, temporalNamespace: namespace, webUiUrl, databaseUrl } = instance
  return {
    mode,
    dataDir,
    ...(config.temporal.kind === 'embedded' && { temporal: { address, namespace, webUiUrl } }),
    ...(config.database.kind === 'embedded' && { databaseUrl }),
  }
}

export const databaseUrlOf = ({ config: { database } }: Pick<Target, 'config'>): string =>
  database.url.reveal()

/** Prints which installation a command works on. */
export function announceTarget({ config, instance }: Pick<Target, 'config' | 'instance'>): void {
  announce(config, instance === undefined ? 'external' : 'of the running instance')
}
