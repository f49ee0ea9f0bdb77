import { createWeather247Client, type paths } from '../client/index.ts'

/** Browsers keep answers for as long as they may; who looks at a page wants to know how it is now. */
export const api = createWeather247Client({
  baseUrl: '',
  fetch: (input, init) => fetch(new Request(input, { ...init, cache: 'no-cache' })),
})

/** The answer of a `GET`. */
export type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

interface ProblemText {
  readonly kind?: string
  readonly title?: string
  readonly detail?: string
}

/** Why there is no answer, in words for people. */
export class ApiProblem extends Error {
  readonly kind: string
  readonly title: string

  constructor({ kind = 'unknown', title = 'That did not work', detail = '' }: ProblemText) {
    super(detail)
    this.kind = kind
    this.title = title
  }

  /** A request that got no answer at all fails with an error of the browser's. */
  static from(error: unknown): ApiProblem {
    if (error instanceof ApiProblem) return error
    return new ApiProblem({
      kind: 'no-answer',
      title: 'Weather247 does not answer',
      detail: 'It may be starting again; this page asks on by itself.',
    })
  }
}

interface Answered<T> {
  readonly data?: T
  readonly error?: unknown
  readonly response: Response
}

/** @throws ApiProblem where it was refused. */
export async function answerOf<T>(call: Promise<Answered<T>>): Promise<T> {
  const { data, error, response } = await call
  if (data !== undefined && response.ok) return data
  throw new ApiProblem(typeof error === 'object' && error !== null ? error : {})
}
