import path from 'node:path'
import { SEARCH_ATTRIBUTES } from '../../contracts/search-attributes.ts'
import { HOUR_MS } from '../../domain/time/durations.ts'
import type { PartSpec } from '../../platform/processes/index.ts'
import { devServerArgs, serverReady } from '../../platform/temporal-server/index.ts'
import { retentionHours } from './disk-growth.ts'
import { temporalAddressOf, type EmbeddedTemporalLayout, type Layout } from './layout.ts'

const READY_TIMEOUT_MS = 60_000
/** Measured at 1.7 to 3 s. */
const STOP_GRACE_MS = 6_000

export function temporalPart(
  layout: Layout,
  temporal: EmbeddedTemporalLayout,
  cli: string,
): PartSpec {
  const { port, uiPort, namespace } = temporal
  const options = {
    host: '127.0.0.1',
    port,
    uiPort,
    dbFile: path.join(layout.config.dataDir, 'temporal.db'),
    searchAttributes: SEARCH_ATTRIBUTES,
  }
  return {
    name: 'temporal',
    command: cli,
    args: [...devServerArgs(options), '--namespace', namespace],
    env: layout.inherited,
    foreign: true,
    ready: ({ signal }) =>
      serverReady({
        address: temporalAddressOf(temporal),
        namespace,
        retentionMs: retentionHours(layout.config, temporal.diskMb) * HOUR_MS,
        searchAttributes: SEARCH_ATTRIBUTES,
        timeoutMs: READY_TIMEOUT_MS,
        signal,
      }),
    readyTimeoutMs: READY_TIMEOUT_MS,
    stopGraceMs: STOP_GRACE_MS,
  }
}
