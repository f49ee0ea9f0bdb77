import { signal } from '@preact/signals'
import type { paths, Weather247Client } from '../client/index.ts'

/** Whether the last request was refused for want of a token that holds. */
export const isTokenAsked = signal(false)

interface Asked {
  readonly params?: { readonly path?: Values; readonly query?: Values }
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

type Values = Readonly<Record<string, unknown>>

/** Calls with the types of the client, whose code would take a tenth of what the page may weigh. */
export const api = {
  GET: calling('GET'),
  POST: calling('POST'),
  DELETE: calling('DELETE'),
} as unknown as Pick<Weather247Client, 'GET' | 'POST' | 'DELETE'>

function calling(method: string) {
  return async (path: string, { params = {}, body, headers }: Asked = {}) => {
    const response = await fetch(addressOf(path, params), {
      method,
      // Browsers keep answers for as long as they may; who looks at a page wants to know how it is now.
      cache: 'no-cache',
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    isTokenAsked.value = response.status === 401
    const said = parsed(await response.text())
    return response.ok ? { data: said, response } : { error: said, response }
  }
}

function addressOf(path: string, { path: places = {}, query = {} }: NonNullable<Asked['params']>) {
  const asked = Object.entries(query).filter(([, value]) => value !== undefined)
  const text = new URLSearchParams(asked as [string, string][]).toString()
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(places[name])),
  )
  return text === '' ? filled : `${filled}?${text}`
}

/** What stands between may answer in its own words. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

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
