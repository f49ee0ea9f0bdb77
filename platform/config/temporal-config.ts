import { existsSync } from 'node:fs'
import { loadClientConnectConfig, type ClientConnectConfig } from '@temporalio/envconfig'
import type { Env } from './env.ts'
import { Secret } from './secret.ts'
import { SettingsError } from './settings-error.ts'

export interface EmbeddedTemporal {
  readonly kind: 'embedded'
  readonly port: number
  readonly uiPort: number
  readonly namespace: string
  /** The size its file may have. */
  readonly diskMb: number
  /** The `temporal` program, when it is not to be found by ourselves. */
  readonly cliPath?: string
}

export interface ExternalTemporal {
  readonly kind: 'external'
  /** To show; what connects is `connection`. */
  readonly address: string
  readonly namespace: string
  /** For `Connection.connect` and `NativeConnection.connect`. */
  readonly connection: Secret<ClientConnectConfig['connectionOptions']>
  readonly webUiUrl?: string
}

export type TemporalConfig = EmbeddedTemporal | ExternalTemporal

const DEFAULT_NAMESPACE = 'default'

/** A configuration file in its usual place does not select an external server by itself. */
const SELECT_EXTERNAL = ['TEMPORAL_ADDRESS', 'TEMPORAL_PROFILE', 'TEMPORAL_CONFIG_FILE'] as const

export function decideTemporal(env: Env, { isDemo }: { isDemo: boolean }): TemporalConfig {
  if (!isDemo && SELECT_EXTERNAL.some((name) => env[name] !== undefined)) return external(env)
  if (!isDemo && env.TEMPORAL_API_KEY !== undefined) {
    throw wrong('TEMPORAL_ADDRESS', 'must be set, because TEMPORAL_API_KEY is')
  }
  return {
    kind: 'embedded',
    port: env.WEATHER247_TEMPORAL_PORT,
    uiPort: env.WEATHER247_TEMPORAL_UI_PORT,
    namespace: (isDemo ? undefined : env.TEMPORAL_NAMESPACE) ?? DEFAULT_NAMESPACE,
    diskMb: env.WEATHER247_TEMPORAL_DISK_MB,
    ...(env.TEMPORAL_CLI_PATH === undefined ? {} : { cliPath: env.TEMPORAL_CLI_PATH }),
  }
}

function external(env: Env): ExternalTemporal {
  const { connectionOptions, namespace } = load(env)
  const { address } = connectionOptions
  if (address === undefined) {
    throw wrong('TEMPORAL_ADDRESS', 'or an address in the profile must be set')
  }
  return {
    kind: 'external',
    address,
    namespace: namespace ?? DEFAULT_NAMESPACE,
    connection: new Secret(connectionOptions),
    ...(env.WEATHER247_WEB_UI_URL === undefined ? {} : { webUiUrl: env.WEATHER247_WEB_UI_URL }),
  }
}

function load(env: Env): ClientConnectConfig {
  const file = env.TEMPORAL_CONFIG_FILE
  if (file !== undefined && !existsSync(file)) {
    throw wrong('TEMPORAL_CONFIG_FILE', `must name a file that exists: ${file}`)
  }
  try {
    return loadClientConnectConfig({ overrideEnvVars: env.temporalVariables.reveal() })
  } catch (error) {
    throw explained(error, env)
  }
}

/** A TOML parser quotes the lines around a mistake, and there may be a key in them. */
function explained(error: unknown, env: Env): SettingsError {
  const profile = env.TEMPORAL_PROFILE
  if (error instanceof Error && 'path' in error && 'code' in error) {
    return wrong(
      'TEMPORAL_TLS_…_PATH',
      `must name readable files: ${String(error.path)} (${String(error.code)})`,
    )
  }
  if (error instanceof Error && error.message.startsWith('Profile ') && profile !== undefined) {
    return wrong(
      'TEMPORAL_PROFILE',
      `must name a profile of the configuration file, not ${profile}`,
    )
  }
  return wrong('TEMPORAL_CONFIG_FILE', 'or the usual file in its place must be valid TOML')
}

function wrong(name: string, complaint: string): SettingsError {
  return new SettingsError([{ name, complaint }])
}
