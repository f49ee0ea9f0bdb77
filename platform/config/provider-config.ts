import {
  keySetting,
  PROVIDER_CATALOGUE,
  PROVIDER_IDS,
  providerFacts,
  type ProviderId,
} from '../../domain/provider/provider-catalogue.ts'
import type { Env } from './env.ts'
import { Secret } from './secret.ts'
import { SettingsError } from './settings-error.ts'
import type { LimitOverrides } from '../../domain/provider/provider-limits.ts'

export interface ProviderSettings {
  readonly baseUrl?: string
  readonly apiKey?: Secret
  /** In place of the published ones. */
  readonly limits?: LimitOverrides
}

export interface ProvidersConfig {
  /** The ids in the order in which they are tried. */
  readonly order: readonly ProviderId[]
  readonly settings: Readonly<Record<ProviderId, ProviderSettings>>
  /** Whether providers that forbid commercial use are left out. */
  readonly isCommercial: boolean
  /** Of each provider's daily limit, what second opinions may use: 0 to 1. */
  readonly opinionShare: number
  /** How weather APIs can reach who runs this instance. */
  readonly contact?: string
}

/** What the emulator takes for a key: a real one must not leave for a simulation. */
const DEMO_KEY = new Secret('demo')

const needsKey = (id: ProviderId): boolean => providerFacts(id).key === 'required'

export function decideProviders(env: Env, { isDemo }: { isDemo: boolean }): ProvidersConfig {
  const named = env.WEATHER_PROVIDERS
  const keyOf = (id: ProviderId): Secret | undefined =>
    isDemo ? demoKey(id, named ?? []) : liveKey(id, env)
  const isUsable = (id: ProviderId) => !needsKey(id) || keyOf(id) !== undefined
  const keyless = named?.filter((id) => !isUsable(id)) ?? []
  if (keyless.length > 0) {
    throw new SettingsError(
      keyless.map((id) => ({
        name: keySetting(providerFacts(id)),
        complaint: `must be set, because WEATHER_PROVIDERS names ${id}`,
      })),
    )
  }
  const isCommercial = !isDemo && env.WEATHER247_COMMERCIAL === true
  const isBarred = (id: ProviderId) => isCommercial && isPaidOnly(id) && keyOf(id) === undefined
  refuseBarred(named?.filter(isBarred) ?? [])
  const entries = PROVIDER_IDS.map((id) => [id, settingsOf(id, env, keyOf(id))] as const)
  return {
    order: named ?? PROVIDER_IDS.filter((id) => isUsable(id) && !isBarred(id)),
    settings: Object.fromEntries(entries) as Record<ProviderId, ProviderSettings>,
    isCommercial,
    opinionShare: env.WEATHER247_SECOND_OPINION_PERCENT / 100,
    ...(env.WEATHER_CONTACT === undefined ? {} : { contact: env.WEATHER_CONTACT }),
  }
}

export const isPaidOnly = (id: ProviderId): boolean =>
  providerFacts(id).commercialUse === 'paid plan only'

function refuseBarred(named: readonly ProviderId[]): void {
  if (named.length === 0) return
  throw new SettingsError(
    named.map((id) => ({
      name: keySetting(providerFacts(id)),
      complaint: `must be set, because WEATHER_PROVIDERS names ${id}, whose free plan forbids the commercial use that WEATHER247_COMMERCIAL says`,
    })),
  )
}

function liveKey(id: ProviderId, env: Env): Secret | undefined {
  const { settingPrefix, key } = PROVIDER_CATALOGUE[id]
  return key === 'none' ? undefined : env[`${settingPrefix}_API_KEY`]
}

const demoKey = (id: ProviderId, named: readonly ProviderId[]): Secret | undefined =>
  needsKey(id) && named.includes(id) ? DEMO_KEY : undefined

function settingsOf(id: ProviderId, env: Env, apiKey: Secret | undefined): ProviderSettings {
  const { settingPrefix } = PROVIDER_CATALOGUE[id]
  const baseUrl = env[`${settingPrefix}_BASE_URL`]
  const quota = env[`${settingPrefix}_QUOTA`]
  const pace = env[`${settingPrefix}_PACE`]
  const limits = { ...pace, ...(quota && { quota }) }
  return {
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(Object.keys(limits).length > 0 && { limits }),
  }
}
