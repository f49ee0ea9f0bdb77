import {
  STATUS_CODES,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { createControl, type Books } from './control/control.ts'
import { answerControl } from './control/endpoint.ts'
import type { Visit } from './control/stats.ts'
import { EMULATIONS } from './emulations.ts'
import { json, payloadOf, text, type Answer, type EmulatedRequest, type World } from './exchange.ts'
import { meet, type Met } from './faults/meet.ts'
import { PROVIDER_NAMES, type ProviderName } from './provider-names.ts'
import { createWorld } from './world.ts'

export interface ListenerInput {
  readonly books: Books
  readonly seed: number
  readonly latencyMs: number
  readonly now: () => Date
  readonly url: () => string
  readonly said: Map<string, Answer> | undefined
}

export function createListener(input: ListenerInput): RequestListener {
  const control = createControl(input.books)
  return (request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (!response.headersSent) send(response, text(String(error), 500, 'text/plain'))
      else response.destroy()
    })
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', headers } = request
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://emulator')
    const body = method === 'GET' || method === 'DELETE' ? '' : await readBody(request)
    if (pathname.startsWith('/_control/')) {
      const asked = { method, path: pathname, query: searchParams, body }
      send(response, answerControl(control, asked))
      return
    }
    const provider = PROVIDER_NAMES.find((name) => pathname.startsWith(`/${name}/`))
    if (!provider) {
      send(response, json({ error: `no provider is mounted at ${pathname}` }, 404))
      return
    }
    addForm(searchParams, body, headers['content-type'])
    const path = decodeURIComponent(pathname.slice(provider.length + 1))
    const asked = { method, path, query: searchParams, headers, url: request.url ?? '/' }
    await serve(input, provider, asked, response)
  }
}

async function serve(
  input: ListenerInput,
  provider: ProviderName,
  request: EmulatedRequest,
  response: ServerResponse,
): Promise<void> {
  const { books, latencyMs } = input
  const call = EMULATIONS[provider].read(request)
  const clock = input.now()
  const visit = books.stats.arrive(provider, call, clock)
  response.on('close', () => visit.leave('aborted'))
  const refusal = books.limits.admit(provider, call, visit.inFlight, clock)
  const strikes = refusal ? [] : books.faults.strike(provider, request.path, call)
  const waitMs = latencyMs + strikes.reduce((sum, { fault }) => sum + (fault.delayMs ?? 0), 0)
  if (waitMs > 0) await sleep(waitMs)
  if (response.destroyed) return
  const strike = strikes.find(({ fault }) => fault.kind !== 'delay')
  const worldAt = worldsOf(input, provider, clock)
  const met = refusal
    ? { answer: refusal, fault: undefined }
    : meet({ provider, call, url: request.url, worldAt, said: input.said }, strike)
  deliver(response, met, visit)
}

const worldsOf =
  ({ books, seed, url }: ListenerInput, provider: ProviderName, clock: Date) =>
  (shiftMs: number): World => {
    const now = new Date(clock.getTime() + shiftMs)
    return createWorld({
      now,
      clock,
      seed,
      scene: books.scenes.current(),
      baseUrl: `${url()}/${provider}`,
    })
  }

function deliver(response: ServerResponse, { answer, fault }: Met, visit: Visit): void {
  if (fault?.kind === 'hang') return
  if (fault?.kind === 'reset') response.socket?.resetAndDestroy()
  else if (fault?.kind === 'truncate') sendHalf(response, answer)
  else sendAndLeave(response, answer, visit)
}

function send(response: ServerResponse, answer: Answer): void {
  const payload = payloadOf(answer)
  const hasBody = answer.status !== 204 && answer.status !== 304
  const length = hasBody ? { 'content-length': String(payload.length) } : {}
  response.writeHead(answer.status, STATUS_CODES[answer.status] ?? '', {
    ...answer.headers,
    ...length,
  })
  response.end(hasBody ? payload : undefined)
}

/** Left before the last byte is out: a client that asks again at once is not two in flight. */
function sendAndLeave(response: ServerResponse, answer: Answer, visit: Visit): void {
  visit.leave(answer.status)
  send(response, answer)
}

/** Promises the whole, sends half and hangs up. */
function sendHalf(response: ServerResponse, answer: Answer): void {
  const payload = payloadOf(answer)
  response.writeHead(answer.status, {
    ...answer.headers,
    'content-length': String(payload.length),
  })
  response.write(payload.subarray(0, Math.floor(payload.length / 2)), () => response.destroy())
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** A form or a JSON object in the body says the same as a query. */
function addForm(query: URLSearchParams, body: string, contentType = ''): void {
  if (body === '') return
  if (contentType.includes('application/json')) {
    const fields: unknown = JSON.parse(body)
    if (typeof fields !== 'object' || fields === null) return
    for (const [key, value] of Object.entries(fields)) query.append(key, String(value))
    return
  }
  for (const [key, value] of new URLSearchParams(body)) query.append(key, value)
}
