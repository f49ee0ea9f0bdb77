import {
  type IncomingMessage,
  type RequestListener,
  STATUS_CODES,
  type ServerResponse,
} from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

import { type Books, createControl } from './control/control.ts'
import { answerControl } from './control/endpoint.ts'
import type { Fault } from './control/schemas.ts'
import type { Visit } from './control/stats.ts'
import { EMULATIONS } from './emulations.ts'
import { type Answer, type Ask, type ProviderRequest, json, text } from './exchange.ts'
import { distort, replacement, shiftMs, spoil } from './fault-effects.ts'
import { PROVIDER_NAMES, type ProviderName } from './provider-names.ts'
import { createWorld } from './world.ts'

export interface ListenerInput {
  books: Books
  seed: number
  latencyMs: number
  now: () => Date
  url: () => string
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
    await serve(input, provider, { method, path, query: searchParams, headers }, response)
  }
}

async function serve(
  input: ListenerInput,
  provider: ProviderName,
  request: ProviderRequest,
  response: ServerResponse,
): Promise<void> {
  const { books, latencyMs } = input
  const ask = EMULATIONS[provider](request)
  const clock = input.now()
  const visit = books.stats.arrive(provider, ask, clock)
  response.on('close', () => visit.leave('aborted'))
  const refusal = books.limits.admit(provider, ask, visit.inFlight, clock)
  const faults = refusal ? [] : books.faults.strike(provider, request.path, ask)
  const waitMs = latencyMs + faults.reduce((sum, { delayMs = 0 }) => sum + delayMs, 0)
  if (waitMs > 0) await sleep(waitMs)
  if (response.destroyed) return
  const fault = faults.find(({ kind }) => kind !== 'delay')
  if (fault?.kind === 'hang') return
  if (fault?.kind === 'reset') {
    response.socket?.resetAndDestroy()
    return
  }
  const answer = refusal ?? answerOf(input, provider, ask, clock, fault)
  if (fault?.kind === 'truncate') sendHalf(response, answer)
  else sendAndLeave(response, answer, visit)
}

function answerOf(
  { seed, url }: ListenerInput,
  provider: ProviderName,
  ask: Ask,
  clock: Date,
  fault: Fault | undefined,
): Answer {
  const replaced = replacement(provider, fault)
  if (replaced) return replaced
  const now = new Date(clock.getTime() + shiftMs(fault))
  const world = createWorld({ now, clock, seed, baseUrl: `${url()}/${provider}` })
  return spoil(ask.answer(distort(world, fault)), ask, fault)
}

const payloadOf = ({ body }: Answer): Buffer =>
  Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))

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
