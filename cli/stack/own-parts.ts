import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ProviderId } from '../../domain/provider.ts'
import type { PartSpec } from '../../platform/processes/index.ts'
import { variablesFor, type Variables } from '../target-variables.ts'
import type { PartReadiness } from './part-readiness.ts'
import { emulatorUrlOf, placesOfSite, type Site } from './site.ts'

const READY_TIMEOUT_MS = 60_000
/** An instance stops within ten seconds, whatever its parts are at. */
const STOP_GRACE_MS = { worker: 9_000, api: 3_000, database: 5_000, emulator: 1_000 } as const

type OwnPart = keyof typeof STOP_GRACE_MS

export function databasePart(site: Site, readiness: PartReadiness): PartSpec {
  const dataDir = path.join(site.config.dataDir, 'database')
  const args = ['--data-dir', dataDir, '--port', String(site.databasePort), '--exit-with-stdin']
  return ownPart('database', entry('platform/database/main', args), site.inherited, readiness)
}

export function emulatorPart(site: Site, readiness: PartReadiness): PartSpec {
  const args = ['--port', String(site.emulatorPort), '--exit-with-stdin']
  return ownPart('emulator', entry('emulator/main', args), site.inherited, readiness)
}

export function workerPart(site: Site, readiness: PartReadiness): PartSpec {
  const args = ['worker', '--part', site.config.mode]
  return ownPart('worker', entry('cli/main', args), variablesOfParts(site), readiness)
}

export function apiPart(site: Site, readiness: PartReadiness): PartSpec {
  const variables = { ...variablesOfParts(site), PORT: String(site.apiPort) }
  return ownPart(
    'api',
    entry('cli/main', ['api', '--part', site.config.mode]),
    variables,
    readiness,
  )
}

function ownPart(
  name: OwnPart,
  args: readonly string[],
  env: Variables,
  readiness: PartReadiness,
): PartSpec {
  return {
    name,
    command: process.execPath,
    args,
    env,
    foreign: false,
    ready: () => readiness.said(name),
    readyTimeoutMs: READY_TIMEOUT_MS,
    stopGraceMs: STOP_GRACE_MS[name],
  }
}

/** A file at the top of the repository or of dist, run the way this one is. */
function entry(file: string, args: readonly string[]): string[] {
  const extension = path.extname(import.meta.url)
  const main = fileURLToPath(new URL(`../../${file}${extension}`, import.meta.url))
  return [...(extension === '.ts' ? ['--import', 'tsx'] : []), main, ...args]
}

function variablesOfParts(site: Site): Variables {
  const { emulatorPort } = site
  const emulated = emulatorPort === undefined ? {} : baseUrls(emulatorUrlOf(emulatorPort))
  return { ...variablesFor(site.inherited, placesOfSite(site)), ...emulated }
}

const BASE_URL_SETTINGS = {
  'open-meteo': 'OPEN_METEO_BASE_URL',
  'met-norway': 'MET_NORWAY_BASE_URL',
  openweathermap: 'OPENWEATHERMAP_BASE_URL',
  weatherapi: 'WEATHERAPI_BASE_URL',
  nws: 'NWS_BASE_URL',
} as const satisfies Record<ProviderId, string>

const baseUrls = (emulatorUrl: string): Variables =>
  Object.fromEntries(
    Object.entries(BASE_URL_SETTINGS).map(([id, name]) => [name, `${emulatorUrl}/${id}`]),
  )
