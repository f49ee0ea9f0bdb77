import { join } from 'node:path'
import type { Config } from '../../platform/config.ts'
import { assertPortFree, freePort } from '../../platform/processes/index.ts'
import { orCannotRun } from '../command-failure.ts'
import type { InstancePlaces, Variables } from '../target-variables.ts'

/** Where everything of one instance is: decided once, so that a restarted part comes back there. */
export interface Site {
  readonly config: Config
  readonly inherited: Variables
  readonly logDir: string
  readonly apiPort: number
  readonly temporal: EmbeddedTemporalSite | undefined
  /** Undefined where the database is external. */
  readonly databasePort: number | undefined
  /** Undefined unless this is the demo. */
  readonly emulatorPort: number | undefined
}

export interface EmbeddedTemporalSite {
  readonly port: number
  readonly uiPort: number
  readonly namespace: string
}

const LOCAL = '127.0.0.1'

/** @throws CommandFailure that names the setting of a port that is taken. */
export async function chooseSite(config: Config, inherited: Variables): Promise<Site> {
  const { api, temporal, database, mode, dataDir } = config
  return {
    config,
    inherited,
    logDir: join(dataDir, 'logs'),
    apiPort: await takePort(api.host, api.port, 'PORT'),
    temporal:
      temporal.kind === 'external'
        ? undefined
        : {
            port: await takePort(LOCAL, temporal.port, 'WEATHER247_TEMPORAL_PORT'),
            uiPort: await takePort(LOCAL, temporal.uiPort, 'WEATHER247_TEMPORAL_UI_PORT'),
            namespace: temporal.namespace,
          },
    databasePort: database.kind === 'external' ? undefined : await freePort(LOCAL),
    emulatorPort: mode === 'demo' ? await freePort(LOCAL) : undefined,
  }
}

async function takePort(host: string, port: number, setting: string): Promise<number> {
  if (port === 0) return freePort(host)
  await orCannotRun(assertPortFree({ host, port, setting }))
  return port
}

export const temporalAddressOf = ({ port }: EmbeddedTemporalSite): string => `${LOCAL}:${port}`

export const emulatorUrlOf = (port: number): string => `http://${LOCAL}:${port}`

export function databaseUrlOf({ config: { database }, databasePort }: Site): string {
  if (database.kind === 'external') return database.url.reveal()
  return `postgres://postgres@${LOCAL}:${databasePort ?? 0}/postgres`
}

export function apiUrlOf({ config, apiPort }: Site): string {
  const { host } = config.api
  const isAnyAddress = host === '0.0.0.0' || host === '::'
  const name = isAnyAddress ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${apiPort}`
}

export function webUiUrlOf({ config, temporal }: Site): string | undefined {
  if (temporal !== undefined) return `http://${LOCAL}:${temporal.uiPort}`
  return config.temporal.kind === 'external' ? config.temporal.webUiUrl : undefined
}

export function placesOfSite(site: Site): InstancePlaces {
  const { config, temporal } = site
  return {
    mode: config.mode,
    dataDir: config.dataDir,
    ...(temporal && {
      temporal: {
        address: temporalAddressOf(temporal),
        namespace: temporal.namespace,
        webUiUrl: webUiUrlOf(site),
      },
    }),
    ...(site.databasePort !== undefined && { databaseUrl: databaseUrlOf(site) }),
  }
}
