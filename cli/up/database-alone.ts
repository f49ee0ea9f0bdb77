import path from 'node:path'
import type { Config } from '../../platform/config/config.ts'
import { inheritedVariables } from '../../platform/config/env.ts'
import { PartError, Supervisor, freePort } from '../../platform/processes/index.ts'
import { databasePart } from './embedded-parts.ts'
import { partStartFailure } from './part-failure-text.ts'
import { PartReadiness } from './part-readiness.ts'
import { databaseUrlOf, type Layout } from './layout.ts'

/** The embedded database for one command, while no instance runs. */
export async function startDatabaseAlone(
  config: Config,
): Promise<{ url: string; stop: () => Promise<unknown> }> {
  const readiness = new PartReadiness()
  const logDir = path.join(config.dataDir, 'logs')
  const supervisor = new Supervisor({
    logDir,
    onLine: (part, line) => {
      readiness.readLine(part, line)
    },
  })
  const layout: Layout = {
    config,
    inherited: inheritedVariables(),
    logDir,
    apiPort: 0,
    temporal: undefined,
    databasePort: await freePort(),
    emulatorPort: undefined,
  }
  try {
    await supervisor.start([databasePart(layout, readiness)])
  } catch (error) {
    throw error instanceof PartError ? partStartFailure(error, layout) : error
  }
  return { url: databaseUrlOf(layout), stop: () => supervisor.stop() }
}
