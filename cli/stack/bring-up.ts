import { writeFile } from 'node:fs/promises'
import { writeInstanceFile } from '../../platform/instance-file.ts'
import type { PartSpec } from '../../platform/processes/index.ts'
import { withDatabaseAt } from '../connections.ts'
import { citiesText } from '../quantities.ts'
import { TEMPORAL_CONFIG_TEXT, temporalConfigFile } from '../target-variables.ts'
import { findTemporalCli } from '../temporal-cli.ts'
import { apiPart, databasePart, emulatorPart, workerPart } from './own-parts.ts'
import { awaitOutsideDatabase } from './outside-database.ts'
import { prepareOutsideTemporal } from './outside-temporal.ts'
import { prepareDatabase } from './prepare-database.ts'
import type { Stack } from './stack.ts'
import { apiUrlOf, databaseUrlOf, temporalAddressOf, webUiUrlOf, type Site } from './site.ts'
import { temporalPart } from './temporal-part.ts'

/** Starts everything in the order in which it needs each other; answers with the active cities. */
export async function bringUp(stack: Stack): Promise<number> {
  const { site, readiness, signal, say } = stack
  await prepareOutsideTemporal({ temporal: site.config.temporal, signal, say })
  await awaitOutsideDatabase(stack)
  await startTemporal(stack)
  if (site.emulatorPort !== undefined) await start(stack, emulatorPart(site, readiness))
  if (site.databasePort !== undefined) await start(stack, databasePart(site, readiness))
  const { cities, imported } = await withDatabaseAt(databaseUrlOf(site), (db) =>
    prepareDatabase(db, site.config.mode),
  )
  if (imported > 0) say(`✓ starter set of ${citiesText(imported)} loaded`)
  stack.signal.throwIfAborted()
  await writeInstance(site)
  await start(stack, workerPart(site, readiness))
  await start(stack, apiPart(site, readiness))
  return cities
}

async function startTemporal(stack: Stack): Promise<void> {
  const { site, say } = stack
  const { temporal, config, inherited } = site
  if (temporal === undefined) return
  const cli = await findTemporalCli(config, inherited, (message) => {
    say(`… ${message}`)
  })
  stack.signal.throwIfAborted()
  say(`✓ Temporal CLI ${cli.version} (server ${cli.serverVersion}) found: ${cli.path}`)
  await writeFile(temporalConfigFile(config.dataDir), TEMPORAL_CONFIG_TEXT)
  await start(stack, temporalPart(site, temporal, cli.path))
}

async function start({ supervisor, signal }: Stack, spec: PartSpec): Promise<void> {
  signal.throwIfAborted()
  if (!(await supervisor.start([spec]))) signal.throwIfAborted()
}

async function writeInstance(site: Site): Promise<void> {
  const { config, temporal, databasePort } = site
  const webUiUrl = webUiUrlOf(site)
  const outside = config.temporal.kind === 'external' ? config.temporal.address : ''
  await writeInstanceFile(config.dataDir, {
    mode: config.mode,
    startedAt: new Date().toISOString(),
    apiUrl: apiUrlOf(site),
    temporalAddress: temporal === undefined ? outside : temporalAddressOf(temporal),
    temporalNamespace: config.temporal.namespace,
    ...(webUiUrl !== undefined && { webUiUrl }),
    ...(databasePort !== undefined && { databaseUrl: databaseUrlOf(site) }),
  })
}
