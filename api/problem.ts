import { problemFacts, type ProblemKind } from './problem-kinds.ts'

export interface ProblemOptions {
  /** Another status of the same kind, such as 415 for an invalid request. */
  readonly status?: number
  /** Members beside those of RFC 9457. */
  readonly extra?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
  readonly cause?: unknown
}

/** What a client reads; its message is the detail. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly kind: ProblemKind
  readonly status: number
  readonly title: string
  readonly extra: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, string>>

  constructor(kind: ProblemKind, detail: string, options: ProblemOptions = {}) {
    super(detail, options.cause === undefined ? undefined : { cause: options.cause })
    const facts = problemFacts(kind)
    this.kind = kind
    this.status = options.status ?? facts.status
    this.title = facts.title
    this.extra = options.extra ?? {}
    this.headers = options.headers ?? {}
  }
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

/** Where a person reads what a kind means. */
export const problemPage = (kind: ProblemKind): string => `/problems/${kind}`

/** For the header Link. */
export const problemLink = ({ kind }: Problem): string => `<${problemPage(kind)}>; rel="help"`

/** Without `instance` where the request could not be read. */
export function problemText(problem: Problem, instance?: string, more: object = {}): string {
  const { kind, status, title, message: detail, extra } = problem
  const type = `urn:weather247:problem:${kind}`
  return JSON.stringify({ type, title, status, detail, instance, kind, ...extra, ...more })
}
