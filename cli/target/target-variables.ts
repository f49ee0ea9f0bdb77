import { join } from 'node:path'
import {
  keySetting,
  keySettings,
  PROVIDER_CATALOGUE,
  type ProviderCatalogue,
} from '../../domain/provider/provider-catalogue.ts'
import type { Mode } from '../../platform/config/config.ts'

export type Variables = Readonly<Record<string, string | undefined>>

/** Where the parts of an instance are; what is external is absent, and stays as it is set. */
export interface InstanceAddresses {
  readonly mode: Mode
  readonly dataDir: string
  readonly temporal?: {
    readonly address: string
    readonly namespace: string
    readonly webUiUrl?: string | undefined
  }
  readonly databaseUrl?: string | undefined
}

const LIVE_SERVICES = ['DATABASE_URL', 'REDIS_URL']

/** The environment of a process that works for an instance: what leads elsewhere is taken out. */
export function variablesFor(
  inherited: Variables,
  addresses: InstanceAddresses,
  catalogue: ProviderCatalogue = PROVIDER_CATALOGUE,
): Variables {
  const { mode, dataDir, temporal, databaseUrl } = addresses
  const isDemo = mode === 'demo'
  const live = [...LIVE_SERVICES, ...keySettings(catalogue)]
  const kept = Object.entries(inherited).filter(([name]) => {
    if (isDemo && live.includes(name.replace(/_FILE$/, ''))) return false
    return !(temporal !== undefined && leadsToTemporal(name))
  })
  return {
    ...Object.fromEntries(kept),
    ...(isDemo ? demoKeys(inherited, catalogue) : {}),
    WEATHER247_DATA_DIR: dataDir,
    ...(temporal === undefined ? {} : temporalVariables(temporal, dataDir)),
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  }
}

const leadsToTemporal = (name: string): boolean =>
  name.startsWith('TEMPORAL_') && name !== 'TEMPORAL_CLI_PATH'

function temporalVariables(
  { address, namespace, webUiUrl }: NonNullable<InstanceAddresses['temporal']>,
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
function demoKeys(inherited: Variables, catalogue: ProviderCatalogue): Variables {
  const named = (inherited['WEATHER_PROVIDERS'] ?? '').split(',').map((id) => id.trim())
  const keyed = Object.entries(catalogue).filter(
    ([id, { key }]) => key === 'required' && named.includes(id),
  )
  return Object.fromEntries(keyed.map(([, facts]) => [keySetting(facts), 'demo']))
}
