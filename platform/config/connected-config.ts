import { toConfig, type Config, type ExternalDatabase, type Mode } from './config.ts'
import type { Env } from './env.ts'
import { SettingsError } from './settings-error.ts'
import type { ExternalTemporal } from './temporal-config.ts'

/** The configuration of a process that works on services that run already. */
export type ConnectedConfig = Config & {
  readonly temporal: ExternalTemporal
  readonly database: ExternalDatabase
}

export const isConnected = (config: Config): config is ConnectedConfig =>
  config.temporal.kind === 'external' && config.database.kind === 'external'

/** @throws SettingsError that names the service whose address is missing. */
export function toConnectedConfig(env: Env): ConnectedConfig {
  const config = toConfig(env, { mode: 'live' })
  if (isConnected(config)) return config
  const names = {
    DATABASE_URL: config.database.kind,
    TEMPORAL_ADDRESS: config.temporal.kind,
  }
  const missing = Object.entries(names).filter(([, kind]) => kind === 'embedded')
  throw new SettingsError(
    missing.map(([name]) => ({
      name,
      complaint: 'must be set: this process starts no service of its own',
    })),
  )
}

/** The parts of a demo are pointed to as if they were external: by variables, in live mode. */
export const toConfigOfPart = (env: Env, mode: Mode): ConnectedConfig => ({
  ...toConnectedConfig(env),
  mode,
})
