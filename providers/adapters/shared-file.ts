import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { ProviderError } from '../../domain/provider/provider-error.ts'
import { MINUTE_MS } from '../../domain/time/durations.ts'

/** A file that cannot be fetched or read is not fetched again within this, by no process. */
export const FAILURE_KEPT_MS = MINUTE_MS

/** Sent back, so that a file that has not changed is not sent again. */
export interface Validators {
  readonly etag?: string
  readonly lastModified?: string
}

export interface KnownFile extends Validators {
  /** Of the stored file, while it may still be served: a far smaller one does not replace it. */
  readonly entries?: number
}

export interface FetchedFile extends Validators {
  readonly body: Uint8Array
  /** The number of things it tells of. */
  readonly entries: number
}

export interface SharedFile {
  /** The same for the same body. */
  readonly version: string
  /** Absent where it is the one of the known version. */
  readonly body?: Uint8Array
  /** Why the stored file is served although a newer one is due. */
  readonly failure?: ProviderError
}

export interface FileRequest {
  /** Within it the file is not fetched again, by no process. */
  readonly maxAgeMs: number
  /** Within it the stored file is served where a newer one cannot be fetched. */
  readonly maxStaleMs: number
  /** The version whose body the caller has. */
  readonly knownVersion: string | undefined
  readonly fetch: (known: KnownFile) => Promise<FetchedFile | 'unchanged'>
  readonly signal: AbortSignal
  readonly now: () => Date
}

/** Files that answer for every place, kept for all who need them. */
export interface SharedFiles {
  /** The newest file. @throws ProviderError where it cannot be fetched and the stored one is too old. */
  read(provider: ProviderId, request: FileRequest): Promise<SharedFile>
}

interface OwnFile extends FetchedFile {
  readonly version: string
  readonly checkedAtMs: number
}

/** Keeps files in this object alone, where there is no database to share them by. */
export function createOwnFiles(): SharedFiles {
  const files = new Map<ProviderId, OwnFile>()
  const failures = new Map<
    ProviderId,
    { readonly error: ProviderError; readonly untilMs: number }
  >()
  return {
    async read(provider, { maxAgeMs, maxStaleMs, fetch, now }) {
      const known = files.get(provider)
      const nowMs = now().getTime()
      const ageMs = known ? nowMs - known.checkedAtMs : Infinity
      if (known && ageMs < maxAgeMs) return known
      const servable = ageMs < maxStaleMs ? known : undefined
      const failed = failures.get(provider)
      if (failed && nowMs < failed.untilMs) return servableOr(failed.error, servable)
      try {
        const fetched = await fetch(servable ?? validatorsOf(known))
        const file = fileAfter(fetched, known, now())
        files.set(provider, file)
        return file
      } catch (error) {
        if (!(error instanceof ProviderError)) throw error
        failures.set(provider, { error, untilMs: now().getTime() + FAILURE_KEPT_MS })
        return servableOr(error, servable)
      }
    },
  }
}

function servableOr(failure: ProviderError, servable: OwnFile | undefined): SharedFile {
  if (!servable) throw failure
  return { ...servable, failure }
}

function validatorsOf({ etag, lastModified }: Validators = {}): Validators {
  return {
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
  }
}

function fileAfter(
  fetched: FetchedFile | 'unchanged',
  known: OwnFile | undefined,
  at: Date,
): OwnFile {
  const checkedAtMs = at.getTime()
  if (fetched !== 'unchanged') return { ...fetched, version: at.toISOString(), checkedAtMs }
  if (!known) throw new Error('unchanged, without a file that could be')
  return { ...known, checkedAtMs }
}
