import { writeFile } from 'node:fs/promises'
import { writeInstanceFile } from '../../platform/files/instance-file.ts'
import type { PartSpec } from '../../platform/processes/index.ts'
import { withDatabaseAt } from '../target/connections.ts'
import { citiesText } from '../terminal/format.ts'
import { TEMPORAL_CONFIG_TEXT, temporalConfigFile } from '../target/target-variables.ts'
import { findTemporalCli } from '../temporal/find-temporal-cli.ts'
import { apiPart, databasePart, emulatorPart, workerPart } from './embedded-parts.ts'
import { awaitExternalDatabase } from './external-database.ts'
import { warnOfMissingRedis } from './external-redis.ts'
import { prepareExternalTemporal } from './external-temporal.ts'
import { prepareDatabase } from './prepare-database.ts'
import type { UpContext } from './up-context.ts'
import {
  apiUrlOf,
  databaseUrlOf,
  emulatorUrlOf,
  temporalAddressOf,
  webUiUrlOf,
  type Layout,
} from './layout.ts'
import { temporalPart } from './temporal-part.ts'
import { assertTokensAsked } from './tokens-asked.ts'

/** Starts the parts in the order of their dependencies; resolves with the number of active cities. */
export async function startParts(context: UpContext): Promise<number> {
  const { layout, readiness, scene, signal, say } = context
  await warnOfMissingRedis(layout.config, say)
  await prepareExternalTemporal({ temporal: layout.config.temporal, signal, say })
  await awaitExternalDatabase(context)
  await startTemporal(context)
  if (layout.emulatorPort !== undefined) {
    await start(context, emulatorPart(layout, readiness, scene))
  }
  if (layout.databasePort !== undefined) await start(context, databasePart(layout, readiness))
  const { cities, imported } = await withDatabaseAt(databaseUrlOf(layout), async (db) => {
    const prepared = await prepareDatabase(db, layout.config.mode, scene)
    await assertTokensAsked(layout.config, db)
    return prepared
  })
  const loaded = scene === undefined ? 'starter set' : `scene ${scene}`
  if (imported > 0) say(`✓ ${loaded} of ${citiesText(imported)} loaded`)
  context.signal.throwIfAborted()
  await writeInstance(layout)
  await start(context, workerPart(layout, readiness))
  await start(context, apiPart(layout, readiness))
  return cities
}

async function startTemporal(context: UpContext): Promise<void> {
  const { layout, say } = context
  const { temporal, config, inherited } = layout
  if (temporal === undefined) return
  const cli = await findTemporalCli(config, inherited, (message) => {
    say(`… ${message}`)
  })
  context.signal.throwIfAborted()
  say(`✓ Temporal CLI ${cli.version} (server ${cli.serverVersion}) found: ${cli.path}`)
  await writeFile(temporalConfigFile(config.dataDir), TEMPORAL_CONFIG_TEXT)
  await start(context, temporalPart(layout, temporal, cli.path))
}

async function start({ supervisor, signal }: UpContext, spec: PartSpec): Promise<void> {
  signal.throwIfAborted()
  if (!(await supervisor.start([spec]))) signal.throwIfAborted()
}

async function writeInstance(layout: Layout): Promise<void> {
  const { config, temporal, databasePort, emulatorPort } = layout
  const webUiUrl = webUiUrlOf(layout)
  const external = config.temporal.kind === 'external' ? config.temporal.address : ''
  await writeInstanceFile(config.dataDir, {
    mode: config.mode,
    startedAt: new Date().toISOString(),
    apiUrl: apiUrlOf(layout),
    temporalAddress: temporal === undefined ? external : temporalAddressOf(temporal),
    temporalNamespace: config.temporal.namespace,
    ...(webUiUrl !== undefined && { webUiUrl }),
    ...(databasePort !== undefined && { databaseUrl: databaseUrlOf(layout) }),
    ...(emulatorPort !== undefined && { emulatorUrl: emulatorUrlOf(emulatorPort) }),
  })
}
