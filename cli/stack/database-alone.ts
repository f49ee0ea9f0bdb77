import path from 'node:path'
import type { Config } from '../../platform/config.ts'
import { inheritedVariables } from '../../platform/env.ts'
import { Supervisor, freePort } from '../../platform/processes/index.ts'
import { orCannotRun } from '../command-failure.ts'
import { databasePart } from './own-parts.ts'
import { PartReadiness } from './part-readiness.ts'
import { databaseUrlOf, type Site } from './site.ts'

/** The embedded database for one command, while no instance runs. */
export async function startDatabaseAlone(
  config: Config,
): Promise<{ url: string; stop: () => Promise<unknown> }> {
  const readiness = new PartReadiness()
  const logDir = path.join(config.dataDir, 'logs')
  const supervisor = new Supervisor({
    logDir,
    onLine: (part, line) => {
      readiness.hear(part, line)
    },
  })
  const site: Site = {
    config,
    inherited: inheritedVariables(),
    logDir,
    apiPort: 0,
    temporal: undefined,
    databasePort: await freePort(),
    emulatorPort: undefined,
  }
  await orCannotRun(supervisor.start([databasePart(site, readiness)]))
  return { url: databaseUrlOf(site), stop: () => supervisor.stop() }
}
