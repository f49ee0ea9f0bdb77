import { createHash } from 'node:crypto'
import type { Database } from '../db/database.ts'
import type { ProviderId } from '../domain/provider/provider-catalogue.ts'
import type { WeatherProvider } from '../domain/provider/provider.ts'
import type { InstalledProvider } from '../domain/provider/provider-setup.ts'
import type { ProviderSettings, ProvidersConfig } from '../platform/config/config.ts'
import { installedProviders } from '../platform/config/installed-providers.ts'
import type { AdapterSettings } from '../providers/adapters/adapter-settings.ts'
import { createHttpClient, type HttpClient } from '../providers/http-client.ts'
import { createProvider, ProviderDirectory } from '../providers/index.ts'
import { createSharedFiles } from '../providers/shared-files.ts'

const REPOSITORY = 'https://github.com/weather247/weather247'

/** Who asks, and how to reach who runs this. */
export const userAgentOf = ({ contact }: ProvidersConfig): string =>
  `weather247/0.1 ${contact ?? REPOSITORY}`

export const openProviderHttp = (providers: ProvidersConfig): HttpClient =>
  createHttpClient({ userAgent: userAgentOf(providers) })

export interface OpenedProviders {
  readonly installed: readonly InstalledProvider[]
  readonly directory: ProviderDirectory
  /** Every one that can be in use, be it now or after a change. */
  readonly adapters: readonly WeatherProvider[]
}

export function openProviders(
  config: ProvidersConfig,
  { db, http }: { readonly db: Database; readonly http: HttpClient },
): OpenedProviders {
  const installed = installedProviders(config, new Date())
  const directory = new ProviderDirectory({ db, installed })
  const files = createSharedFiles(db)
  const adapters = installed
    .filter(({ barredBy }) => barredBy === null)
    .map(({ id }) => {
      const limits = () => directory.limitsOf(id)
      const keyFingerprint = keyFingerprintOf(id, config)
      const settings = adapterSettings(config.settings[id], http)
      return createProvider(id, { ...settings, files, limits, keyFingerprint })
    })
  return { installed, directory, adapters }
}

/** Tells one key from another, and gives neither away; some providers judge by the contact. */
const keyFingerprintOf = (id: ProviderId, { settings, contact }: ProvidersConfig): string =>
  createHash('sha256')
    .update([id, settings[id].apiKey?.reveal() ?? '', contact ?? ''].join('\n'))
    .digest('hex')
    .slice(0, 16)

export const adapterSettings = (
  { baseUrl, apiKey }: ProviderSettings,
  http: HttpClient,
): AdapterSettings => ({
  http,
  ...(baseUrl !== undefined && { baseUrl }),
  ...(apiKey !== undefined && { apiKey: apiKey.reveal() }),
})
