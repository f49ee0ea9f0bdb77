import { join } from 'node:path'
import type { Mode } from '../platform/config.ts'

export type Variables = Readonly<Record<string, string | undefined>>

/** Where the parts of an instance are; what is external is absent, and stays as it is set. */
export interface InstancePlaces {
  readonly mode: Mode
  readonly dataDir: string
  readonly temporal?: {
    readonly address: string
    readonly namespace: string
    readonly webUiUrl?: string | undefined
  }
  readonly databaseUrl?: string | undefined
}

const API_KEYS = {
  'open-meteo': 'OPEN_METEO_API_KEY',
  openweathermap: 'OPENWEATHERMAP_API_KEY',
  weatherapi: 'WEATHERAPI_API_KEY',
} as const

const LIVE_SERVICES = ['DATABASE_URL', 'REDIS_URL', ...Object.values(API_KEYS)]

/** The environment of a process that works for an instance: what leads elsewhere is taken out. */
export function variablesFor(inherited: Variables, places: InstancePlaces): Variables {
  const { mode, dataDir, temporal, databaseUrl } = places
  const isDemo = mode === 'demo'
  const kept = Object.entries(inherited).filter(([name]) => {
    if (isDemo && LIVE_SERVICES.includes(name.replace(/_FILE$/, ''))) return false
    return !(temporal !== undefined && leadsToTemporal(name))
  })
  return {
    ...Object.fromEntries(kept),
    ...(isDemo ? demoKeys(inherited) : {}),
    WEATHER247_DATA_DIR: dataDir,
    ...(temporal === undefined ? {} : temporalVariables(temporal, dataDir)),
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  }
}

const leadsToTemporal = (name: string): boolean =>
  name.startsWith('TEMPORAL_') && name !== 'TEMPORAL_CLI_PATH'

function temporalVariables(
  { address, namespace, webUiUrl }: NonNullable<InstancePlaces['temporal']>,
  dataDir: string,
): Variables {
  return {
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    // A profile in the user's own file would bring its keys and TLS along.
    TEMPORAL_CONFIG_FILE: temporalConfigFile(dataDir),
    ...(webUiUrl === undefined ? {} : { WEATHER247_WEB_UI_URL: webUiUrl }),
  }
}

export const temporalConfigFile = (dataDir: string): string => join(dataDir, 'temporal.toml')

/** `loadClientConnectConfig` fails on a file without the profile it looks for. */
export const TEMPORAL_CONFIG_TEXT = '[profile.default]\n'

/** The emulator takes any key; a real one must not leave for a simulation. */
function demoKeys(inherited: Variables): Variables {
  const named = (inherited['WEATHER_PROVIDERS'] ?? '').split(',').map((id) => id.trim())
  const keyed = (['openweathermap', 'weatherapi'] as const).filter((id) => named.includes(id))
  return Object.fromEntries(keyed.map((id) => [API_KEYS[id], 'demo']))
}
