export type SearchAttributeKind =
  'Text' | 'Keyword' | 'Int' | 'Double' | 'Bool' | 'Datetime' | 'KeywordList'

export type SearchAttributes = Readonly<Record<string, SearchAttributeKind>>

export interface DevServerOptions {
  readonly host: string
  readonly port: number
  /** The UI has no login: it listens on this machine only by default. */
  readonly uiHost?: string
  readonly uiPort: number
  /** Must belong to one instance: a second server on the file breaks both without an error. */
  readonly dbFile: string
  readonly searchAttributes: SearchAttributes
}

/** Measured: a third of the default's disk and CPU cost, and the file shrinks again. */
const SQLITE_PRAGMAS = ['journal_mode=WAL', 'synchronous=NORMAL', 'auto_vacuum=FULL']

/** Unknown names are accepted in silence: every change here needs a look at its effect. */
const DYNAMIC_CONFIG = [
  // One partition keeps strict priority order.
  'matching.numTaskqueueReadPartitions=1',
  'matching.numTaskqueueWritePartitions=1',
  // Without it a backlog of activities is first in, first out, whatever their priority.
  'matching.useNewMatcher=true',
  // Off by default before server 1.32.
  'system.enableActivityEagerExecution=true',
  'frontend.WorkerHeartbeatsEnabled=true',
  'frontend.ListWorkersEnabled=true',
]

/** The arguments for `temporal` that start its dev server on a file. */
export function devServerArgs(options: DevServerOptions): string[] {
  const attributes = Object.entries(options.searchAttributes).map(
    ([name, kind]) => `${name}=${kind}`,
  )
  return [
    'server',
    'start-dev',
    ...['--ip', options.host, '--port', String(options.port)],
    ...['--ui-ip', options.uiHost ?? '127.0.0.1', '--ui-port', String(options.uiPort)],
    ...['--db-filename', options.dbFile],
    ...['--log-level', 'warn', '--log-format', 'json'],
    ...SQLITE_PRAGMAS.flatMap((pragma) => ['--sqlite-pragma', pragma]),
    ...attributes.flatMap((attribute) => ['--search-attribute', attribute]),
    ...DYNAMIC_CONFIG.flatMap((value) => ['--dynamic-config-value', value]),
  ]
}
