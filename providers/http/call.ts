import type { ProviderError } from '../../domain/provider/provider-error.ts'
import type { SeenAnswer } from '../../domain/provider/provider.ts'

export interface HttpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Parsed JSON; undefined where the status carries no body (304). */
  readonly body: unknown
}

/** An answer whose body is a file, as it came. */
export interface FileAnswer extends HttpAnswer {
  /** Undefined where the status carries no body (304). */
  readonly body: Uint8Array | undefined
}

export interface Call {
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  /** What an error answer means at this provider; undefined leaves it to the HTTP status. */
  readonly interpretError?: (status: number, body: string) => ProviderError | undefined
  /** Called with every answer, also of one that is an error. */
  readonly onAnswer?: (answer: SeenAnswer) => void
}

export interface JsonCall extends Call {
  /** Appended to the URL and never logged: credentials travel here. */
  readonly secretQuery?: Readonly<Record<string, string>>
  /** What a 204 is read as; without it, it is no answer. */
  readonly bodyOfNoContent?: unknown
}

export interface FileCall extends Call {
  readonly maxBytes: number
}
