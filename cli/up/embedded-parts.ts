import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { baseUrlSetting, PROVIDER_CATALOGUE } from '../../domain/provider/provider-catalogue.ts'
import type { SceneName } from '../../emulator/scenes.ts'
import type { PartSpec } from '../../platform/processes/index.ts'
import { variablesFor, type Variables } from '../target/target-variables.ts'
import type { PartReadiness } from './part-readiness.ts'
import { emulatorUrlOf, addressesOf, type Layout } from './layout.ts'

const READY_TIMEOUT_MS = 60_000
/** An instance stops within ten seconds, whatever its parts are at. */
const STOP_GRACE_MS = { worker: 9_000, api: 3_000, database: 5_000, emulator: 1_000 } as const

type EmbeddedPart = keyof typeof STOP_GRACE_MS

export function databasePart(layout: Layout, readiness: PartReadiness): PartSpec {
  const dataDir = path.join(layout.config.dataDir, 'database')
  const args = ['--data-dir', dataDir, '--port', String(layout.databasePort), '--exit-with-stdin']
  const part = embeddedPart(
    'database',
    entry('platform/embedded-postgres/main', args),
    layout.inherited,
    readiness,
  )
  return { ...part, restartArgs: ['--existing'] }
}

export function emulatorPart(
  layout: Layout,
  readiness: PartReadiness,
  scene: SceneName | undefined,
): PartSpec {
  const played = scene === undefined ? [] : ['--scene', scene]
  const args = ['--port', String(layout.emulatorPort), '--exit-with-stdin', ...played]
  return embeddedPart('emulator', entry('emulator/main', args), layout.inherited, readiness)
}

export function workerPart(layout: Layout, readiness: PartReadiness): PartSpec {
  const args = ['worker', '--part', layout.config.mode]
  return embeddedPart('worker', entry('cli/main', args), variablesOfParts(layout), readiness)
}

export function apiPart(layout: Layout, readiness: PartReadiness): PartSpec {
  const variables = { ...variablesOfParts(layout), PORT: String(layout.apiPort) }
  return embeddedPart(
    'api',
    entry('cli/main', ['api', '--part', layout.config.mode]),
    variables,
    readiness,
  )
}

function embeddedPart(
  name: EmbeddedPart,
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
    ready: () => readiness.ready(name),
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

function variablesOfParts(layout: Layout): Variables {
  const { emulatorPort } = layout
  const emulated = emulatorPort === undefined ? {} : baseUrls(emulatorUrlOf(emulatorPort))
  return { ...variablesFor(layout.inherited, addressesOf(layout)), ...emulated }
}

const baseUrls = (emulatorUrl: string): Variables =>
  Object.fromEntries(
    Object.entries(PROVIDER_CATALOGUE).map(([id, facts]) => [
      baseUrlSetting(facts),
      `${emulatorUrl}/${id}`,
    ]),
  )
