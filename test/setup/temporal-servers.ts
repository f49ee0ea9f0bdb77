import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startTemporalServer, temporalCliPath } from '../support/temporal/temporal-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    temporalServers: { readonly addresses: readonly string[]; readonly lockDir: string }
  }
}

/** A Temporal dev server for each file that runs at a time. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  // Found or built before several servers ask for it.
  await temporalCliPath()
  const starts = Array.from({ length: slotsOf(project) }, () => startTemporalServer())
  const servers = await Promise.all(starts)
  const lockDir = mkdtempSync(join(tmpdir(), 'weather247-temporal-locks-'))
  project.provide('temporalServers', {
    addresses: servers.map(({ address }) => address),
    lockDir,
  })
  return async () => {
    rmSync(lockDir, { recursive: true, force: true })
    await Promise.all(servers.map((server) => server.close()))
  }
}

/** Files of other projects take slots too, and a run of one file needs one server. */
const slotsOf = ({ vitest, config }: TestProject): number =>
  Math.min(config.maxWorkers, vitest.state.getPaths().length)
