import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ProviderError } from '../../../domain/provider/provider-error.ts'
import type {
  PlaceAnswer,
  ProviderRequest,
  WeatherProvider,
} from '../../../domain/provider/provider.ts'

export interface StubAnswer {
  readonly status?: number
  /** Sent as it is when it is text, else as JSON. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** `hang` never answers, `cut` closes the connection without a word. */
  readonly fault?: 'hang' | 'cut'
}

export interface SeenRequest {
  /** Path and query as they arrived. */
  readonly url: string
  readonly headers: IncomingHttpHeaders
}

export interface ProviderStub {
  readonly baseUrl: string
  readonly seen: readonly SeenRequest[]
  close(): Promise<void>
}

/** A weather API on this machine that sends the answers of `answerTo`. */
export async function startProviderStub(
  answerTo: (url: string) => StubAnswer,
): Promise<ProviderStub> {
  const seen: SeenRequest[] = []
  const server = createServer(({ url = '', headers }, response) => {
    seen.push({ url, headers })
    reply(response, answerTo(url))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

function reply(response: ServerResponse, { status = 200, body, headers, fault }: StubAnswer): void {
  if (fault === 'hang') return
  if (fault === 'cut') {
    response.destroy()
    return
  }
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(typeof body === 'string' || body instanceof Buffer ? body : JSON.stringify(body))
}

export type SendOutcome =
  | { readonly thrown: ProviderError }
  | { readonly thrown?: never; readonly answer: PlaceAnswer | undefined }

/** What sending came to for the request's one place; anything but a ProviderError is a bug. */
export async function outcomeOf(
  provider: WeatherProvider,
  request: ProviderRequest,
  now: Date,
): Promise<SendOutcome> {
  const options = { signal: new AbortController().signal, now: () => now }
  try {
    const answers = await provider.send(request, options)
    return { answer: answers.get(request.places[0]?.id ?? 0) }
  } catch (error) {
    if (error instanceof ProviderError) return { thrown: error }
    throw error
  }
}

/** Who is blamed and for what: `provider timeout`, `place stale`, or the kind of the answer. */
export function verdictOf(outcome: SendOutcome): string {
  if (outcome.thrown) return `provider ${outcome.thrown.kind}`
  const { answer } = outcome
  return answer?.kind === 'failed' ? `place ${answer.error.kind}` : (answer?.kind ?? 'nothing')
}
