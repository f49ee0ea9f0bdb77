import path from 'node:path'
import { SEARCH_ATTRIBUTES } from '../../contracts/search-attributes.ts'
import type { PartSpec } from '../../platform/processes/index.ts'
import { devServerArgs, serverReady } from '../../platform/temporal-server/index.ts'
import { temporalAddressOf, type EmbeddedTemporalSite, type Site } from './site.ts'

/** Histories are for looking into a run; what lasts is in the database. */
const RETENTION_MS = 72 * 3_600_000
const READY_TIMEOUT_MS = 60_000
/** Measured at 1.7 to 3 s. */
const STOP_GRACE_MS = 6_000

export function temporalPart(site: Site, temporal: EmbeddedTemporalSite, cli: string): PartSpec {
  const { port, uiPort, namespace } = temporal
  const options = {
    host: '127.0.0.1',
    port,
    uiPort,
    dbFile: path.join(site.config.dataDir, 'temporal.db'),
    searchAttributes: SEARCH_ATTRIBUTES,
  }
  return {
    name: 'temporal',
    command: cli,
    args: [...devServerArgs(options), '--namespace', namespace],
    env: site.inherited,
    foreign: true,
    ready: ({ signal }) =>
      serverReady({
        address: temporalAddressOf(temporal),
        namespace,
        retentionMs: RETENTION_MS,
        searchAttributes: SEARCH_ATTRIBUTES,
        timeoutMs: READY_TIMEOUT_MS,
        signal,
      }),
    readyTimeoutMs: READY_TIMEOUT_MS,
    stopGraceMs: STOP_GRACE_MS,
  }
}
