import { join } from 'node:path'
import type { Config } from '../../platform/config/config.ts'
import { assertPortFree, freePort } from '../../platform/processes/index.ts'
import { orCannotRun } from '../errors/command-error.ts'
import type { InstanceAddresses, Variables } from '../target/target-variables.ts'
import { assertBindAddress } from './tokens-asked.ts'

/** Ports and directories of one instance: decided once, so that a restarted part keeps them. */
export interface Layout {
  readonly config: Config
  readonly inherited: Variables
  readonly logDir: string
  readonly apiPort: number
  readonly temporal: EmbeddedTemporalLayout | undefined
  /** Undefined where the database is external. */
  readonly databasePort: number | undefined
  /** Undefined unless this is the demo. */
  readonly emulatorPort: number | undefined
}

export interface EmbeddedTemporalLayout {
  readonly port: number
  readonly uiPort: number
  readonly namespace: string
  readonly diskMb: number
}

const LOCAL = '127.0.0.1'

/**
 * @throws CommandError that names the setting of a port that is taken.
 * @throws SettingsError where HOST is an address that others can reach, and no token can be there.
 */
export async function chooseLayout(config: Config, inherited: Variables): Promise<Layout> {
  const { api, temporal, database, mode, dataDir } = config
  await assertBindAddress(config)
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
            diskMb: temporal.diskMb,
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

export const temporalAddressOf = ({ port }: EmbeddedTemporalLayout): string => `${LOCAL}:${port}`

export const emulatorUrlOf = (port: number): string => `http://${LOCAL}:${port}`

export function databaseUrlOf({ config: { database }, databasePort }: Layout): string {
  if (database.kind === 'external') return database.url.reveal()
  return `postgres://postgres@${LOCAL}:${databasePort ?? 0}/postgres`
}

export function apiUrlOf({ config, apiPort }: Layout): string {
  const { host } = config.api
  const isAnyAddress = host === '0.0.0.0' || host === '::'
  const name = isAnyAddress ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${apiPort}`
}

export function webUiUrlOf({ config, temporal }: Layout): string | undefined {
  if (temporal !== undefined) return `http://${LOCAL}:${temporal.uiPort}`
  return config.temporal.kind === 'external' ? config.temporal.webUiUrl : undefined
}

export function addressesOf(layout: Layout): InstanceAddresses {
  const { config, temporal } = layout
  return {
    mode: config.mode,
    dataDir: config.dataDir,
    ...(temporal && {
      temporal: {
        address: temporalAddressOf(temporal),
        namespace: temporal.namespace,
        webUiUrl: webUiUrlOf(layout),
      },
    }),
    ...(layout.databasePort !== undefined && { databaseUrl: databaseUrlOf(layout) }),
  }
}
