import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { once } from 'node:events'
import type { lookup } from 'node:dns'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { newWebhookSecret, signatureHeaders } from './webhook-secret.ts'
import { createWebhookSender } from './webhook-sender.ts'

const NOW = new Date('2026-11-22T10:30:00.000Z')

interface Received {
  readonly url: string | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

let receiver: Server
let port: number
let received: Received[]
let answer: { status: number; headers?: Record<string, string>; hang?: boolean }

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      received.push({ url: request.url, headers: request.headers, body })
      if (answer.hang !== true) response.writeHead(answer.status, answer.headers).end('thanks')
    })
  })
  receiver.listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  port = (receiver.address() as AddressInfo).port
})
afterAll(() => {
  receiver.closeAllConnections()
  receiver.close()
})
beforeEach(() => {
  received = []
  answer = { status: 200 }
})

const options = { userAgent: 'weather247/test', now: () => NOW }
const open = createWebhookSender({ ...options, allowsPrivate: true, timeoutMs: 300 })
const strict = createWebhookSender({ ...options, allowsPrivate: false })
afterAll(() => Promise.all([open.close(), strict.close()]))

const secret = newWebhookSecret()
const delivery = (url = `http://127.0.0.1:${port}/hook`) => ({
  url,
  secret,
  id: 'msg_1',
  body: '{}',
})
const never = new AbortController().signal

it('E60: a delivery is signed, and a receiver can verify it', async () => {
  expect(await open.send(delivery(), never)).toEqual({ kind: 'status', status: 200 })
  expect(received).toMatchObject([{ url: '/hook', body: '{}' }])
  const signed = signatureHeaders(secret, { id: 'msg_1', sentAt: NOW, body: '{}' })
  expect(received[0]?.headers).toMatchObject({
    ...signed,
    'content-type': 'application/json',
    'user-agent': 'weather247/test',
  })
})

it('E60: a redirect is not followed', async () => {
  answer = { status: 302, headers: { location: '/elsewhere' } }
  expect(await open.send(delivery(), never)).toEqual({ kind: 'status', status: 302 })
  expect(received.map(({ url }) => url)).toEqual(['/hook'])
})

it('no answer in time, and no receiver, are reasons without an address', async () => {
  answer = { status: 200, hang: true }
  expect(await open.send(delivery(), never)).toEqual({
    kind: 'unreachable',
    reason: 'no answer in time',
  })
  expect(await open.send(delivery('http://127.0.0.1:1/token'), never)).toEqual({
    kind: 'unreachable',
    reason: 'ECONNREFUSED',
  })
})

it.each(['https://127.0.0.1/', 'https://169.254.169.254/latest', 'http://example.org/'])(
  'E60: %s is not sent to',
  async (url) => {
    expect(await strict.send(delivery(url), never)).toMatchObject({ kind: 'refused' })
  },
)

const leadsTo = (...addresses: string[]): typeof lookup =>
  ((...args: unknown[]) => {
    const callback = args.at(-1) as (error: null, found: object[]) => void
    callback(
      null,
      addresses.map((address) => ({ address, family: 4 })),
    )
  }) as unknown as typeof lookup

it.each([['127.0.0.1'], ['10.0.0.1'], ['169.254.169.254']])(
  'E60: a name that leads to %s is not sent to',
  async (address) => {
    const sender = createWebhookSender({
      ...options,
      allowsPrivate: false,
      lookup: leadsTo(address),
    })
    const url = `https://hook.example:${port}/`
    expect(await sender.send(delivery(url), never)).toEqual({
      kind: 'refused',
      reason: 'not sent: its name leads to a private address',
    })
    expect(received).toEqual([])
    await sender.close()
  },
)

it('ends with the activity that sends', async () => {
  answer = { status: 200, hang: true }
  const stop = new AbortController()
  const sent = open.send(delivery(), stop.signal)
  stop.abort()
  await expect(sent).rejects.toThrow()
})
