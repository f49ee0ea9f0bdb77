import type { HttpClient } from '../../http-client.ts'
import { httpDateOf } from '../../http/http-date.ts'
import { MINUTE_MS } from '../../../domain/time/durations.ts'
import { ProviderError } from '../../../domain/provider/provider-error.ts'
import type { SendOptions } from '../../../domain/provider/provider.ts'
import type { KnownFile, SharedFiles, Validators } from '../shared-file.ts'
import { interpretError } from './errors.ts'
import type { StationReport } from './station-report.ts'
import { StationIndex } from './stations.ts'
import { readWorldFile } from './world-file.ts'

/** It is made each minute; stations report every half hour or hour. */
const MAX_AGE_MS = 5 * MINUTE_MS

/** Meanwhile most of its reports are young enough to be a second choice at least. */
const MAX_STALE_MS = 30 * MINUTE_MS

/** Of the stations in the stored file; hardly that many close within half an hour. */
const MIN_SHARE_OF_STATIONS = 0.5

/** Some 600 kB are usual. */
const MAX_FILE_BYTES = 8 * 1024 * 1024

/** Sent back verbatim. */
const ETAG = /^(W\/)?"[\x21\x23-\x7e]{0,200}"$/

/** Two clocks may differ by this much. */
const MAX_CLOCK_SKEW_MS = 2 * MINUTE_MS

export interface CurrentReports {
  readonly index: StationIndex
  /** Why they are not the newest. */
  readonly failure?: ProviderError
}

/** The reports of all stations, from the shared file; the file is read once for each version of it. */
export class WorldReports {
  readonly #http: HttpClient
  readonly #files: SharedFiles
  readonly #minStations: number
  #known: { readonly version: string; readonly index: StationIndex } | undefined

  #readAtMs = 0

  constructor(http: HttpClient, files: SharedFiles, minStations: number) {
    this.#http = http
    this.#files = files
    this.#minStations = minStations
  }

  /** When this process last had the newest file. */
  get readAtMs(): number {
    return this.#readAtMs
  }

  async read(url: string, { signal, now }: SendOptions): Promise<CurrentReports> {
    let fetched: { readonly body: Uint8Array; readonly index: StationIndex } | undefined
    const { version, body, failure } = await this.#files.read('aviation-weather', {
      maxAgeMs: MAX_AGE_MS,
      maxStaleMs: MAX_STALE_MS,
      knownVersion: this.#known?.version,
      signal,
      now,
      fetch: async (known) => {
        const answer = await this.#fetch(url, known, signal, now())
        if (answer === 'unchanged') return answer
        // Read before it is shared: no process is handed a file that cannot be read.
        const reports = await readWorldFile(answer.body)
        const entries = this.#soundCount(reports, known)
        fetched = { body: answer.body, index: new StationIndex(reports) }
        return { ...answer, entries }
      },
    })
    this.#readAtMs = now().getTime()
    if (this.#known?.version !== version) {
      const ours = fetched && fetched.body === body ? fetched.index : undefined
      const index = ours ?? new StationIndex(await readWorldFile(body ?? new Uint8Array()))
      this.#known = { version, index }
    }
    return { index: this.#known.index, ...(failure && { failure }) }
  }

  /** A file of few stations would be taken for the word that most places have none. */
  #soundCount(reports: readonly StationReport[], { entries = 0 }: KnownFile): number {
    const stations = new Set(reports.map(({ stationId }) => stationId)).size
    const least = Math.max(this.#minStations, Math.ceil(entries * MIN_SHARE_OF_STATIONS))
    if (stations >= least) return stations
    const said = `the world file has ${stations} stations, at least ${least} were due`
    throw new ProviderError('schema-mismatch', `Aviation Weather Center: ${said}`)
  }

  async #fetch(url: string, { etag, lastModified }: Validators, signal: AbortSignal, now: Date) {
    const answer = await this.#http.getFile({
      url,
      headers: {
        ...(etag !== undefined && { 'if-none-match': etag }),
        ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
      },
      signal,
      maxBytes: MAX_FILE_BYTES,
      interpretError,
    })
    if (!answer.body) return 'unchanged' as const
    return { body: answer.body, ...validatorsIn(answer.headers, now) }
  }
}

function validatorsIn(headers: Readonly<Record<string, string>>, now: Date): Validators {
  const { etag, 'last-modified': lastModified } = headers
  const modifiedAt = httpDateOf(lastModified, now)
  const isPast = modifiedAt !== null && modifiedAt.getTime() <= now.getTime() + MAX_CLOCK_SKEW_MS
  return {
    ...(etag !== undefined && ETAG.test(etag) && { etag }),
    ...(lastModified !== undefined && isPast && { lastModified }),
  }
}
