interface ProblemFacts {
  readonly status: number
  readonly title: string
}

/** Every way the API refuses; clients may switch on the kind. The list is closed. */
const FACTS = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  'unknown-host': { status: 421, title: 'This is not the address of this server' },
  'cross-site': { status: 403, title: 'Another site may not request changes' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'method-not-allowed': { status: 405, title: 'This address has other methods' },
  'unknown-city': { status: 404, title: 'This city is not known' },
  'ambiguous-city': { status: 409, title: 'Several cities have this name' },
  'no-data-yet': { status: 404, title: 'There is no data yet' },
  'idempotency-key-reused': { status: 422, title: 'This key named another request' },
  'unknown-task': { status: 404, title: 'This task is not known' },
  'task-closed': { status: 409, title: 'This task has ended already' },
  'unknown-schedule': { status: 404, title: 'This schedule is not known' },
  'temporal-unavailable': { status: 503, title: 'Temporal does not answer' },
  'database-unavailable': { status: 503, title: 'The database does not answer' },
  'answer-late': { status: 503, title: 'The answer took too long' },
  'cache-unavailable': { status: 503, title: 'The shared cache does not answer' },
  internal: { status: 500, title: 'Something went wrong in the server' },
} as const satisfies Record<string, ProblemFacts>

export type ProblemKind = keyof typeof FACTS

export const PROBLEM_KINDS = Object.keys(FACTS) as ProblemKind[]

export interface ProblemOptions {
  /** Another status of the same kind, such as 415 for an invalid request. */
  readonly status?: number
  /** Members beside those of RFC 9457. */
  readonly extra?: Readonly<Record<string, unknown>>
  readonly cause?: unknown
}

/** What a client reads; its message is the detail. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly kind: ProblemKind
  readonly status: number
  readonly title: string
  readonly extra: Readonly<Record<string, unknown>>

  constructor(kind: ProblemKind, detail: string, options: ProblemOptions = {}) {
    super(detail, options.cause === undefined ? undefined : { cause: options.cause })
    this.kind = kind
    this.status = options.status ?? FACTS[kind].status
    this.title = FACTS[kind].title
    this.extra = options.extra ?? {}
  }
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

/** Without `instance` where the request could not be read. */
export function problemText(problem: Problem, instance?: string): string {
  const { kind, status, title, message: detail, extra } = problem
  const type = `urn:weather247:problem:${kind}`
  return JSON.stringify({ type, title, status, detail, instance, kind, ...extra })
}
