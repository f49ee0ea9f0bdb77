import { PROVIDER_IDS, type ProviderId } from '../domain/provider.ts'
import type { Env } from './env.ts'
import { Secret } from './secret.ts'
import { SettingsError } from './settings-error.ts'
import type { QuotaSetting } from './settings.ts'

export interface ProviderSettings {
  readonly baseUrl?: string
  readonly apiKey?: Secret
  readonly quota?: readonly QuotaSetting[]
}

export interface ProvidersConfig {
  /** The ids that are asked, first to last. */
  readonly order: readonly ProviderId[]
  readonly settings: Readonly<Record<ProviderId, ProviderSettings>>
  /** How weather APIs can reach whoever runs this. */
  readonly contact?: string
}

const PREFIXES = {
  'open-meteo': 'OPEN_METEO',
  'met-norway': 'MET_NORWAY',
  openweathermap: 'OPENWEATHERMAP',
  weatherapi: 'WEATHERAPI',
  nws: 'NWS',
} as const satisfies Record<ProviderId, string>

/** Whoever took the trouble to get a key wants that provider first. */
const DEFAULT_ORDER = [
  'openweathermap',
  'weatherapi',
  'open-meteo',
  'met-norway',
  'nws',
] as const satisfies readonly ProviderId[]

const KEY_VARIABLES = {
  openweathermap: 'OPENWEATHERMAP_API_KEY',
  weatherapi: 'WEATHERAPI_API_KEY',
} as const

/** What the emulator takes for a key: a real one must not leave for a simulation. */
const DEMO_KEY = new Secret('demo')

function keyVariable(id: ProviderId): string | undefined {
  return id in KEY_VARIABLES ? KEY_VARIABLES[id as keyof typeof KEY_VARIABLES] : undefined
}

export function decideProviders(env: Env, { isDemo }: { isDemo: boolean }): ProvidersConfig {
  const named = env.WEATHER_PROVIDERS
  const keys = isDemo ? demoKeys(named ?? []) : liveKeys(env)
  const isUsable = (id: ProviderId) => keyVariable(id) === undefined || keys[id] !== undefined
  const keyless = named?.filter((id) => !isUsable(id)) ?? []
  if (keyless.length > 0) {
    throw new SettingsError(
      keyless.map((id) => ({
        name: keyVariable(id) ?? id,
        complaint: `must be set, because WEATHER_PROVIDERS names ${id}`,
      })),
    )
  }
  const entries = PROVIDER_IDS.map((id) => [id, settingsOf(id, env, keys[id])] as const)
  return {
    order: named ?? DEFAULT_ORDER.filter(isUsable),
    settings: Object.fromEntries(entries) as Record<ProviderId, ProviderSettings>,
    ...(env.WEATHER_CONTACT === undefined ? {} : { contact: env.WEATHER_CONTACT }),
  }
}

type Keys = Partial<Record<ProviderId, Secret | undefined>>

function liveKeys(env: Env): Keys {
  return {
    'open-meteo': env.OPEN_METEO_API_KEY,
    openweathermap: env.OPENWEATHERMAP_API_KEY,
    weatherapi: env.WEATHERAPI_API_KEY,
  }
}

function demoKeys(named: readonly ProviderId[]): Keys {
  const keyed = named.filter((id) => keyVariable(id) !== undefined)
  return Object.fromEntries(keyed.map((id) => [id, DEMO_KEY]))
}

function settingsOf(id: ProviderId, env: Env, apiKey: Secret | undefined): ProviderSettings {
  const baseUrl = env[`${PREFIXES[id]}_BASE_URL`]
  const quota = env[`${PREFIXES[id]}_QUOTA`]
  return {
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(quota === undefined ? {} : { quota }),
  }
}
