import { METHODS } from 'node:http'
import { connect } from 'node:net'
import { beforeAll, expect, test } from 'vitest'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { askRaw, listening, type RawAnswer } from '../../test/support/api/raw-http.ts'

const patient = withTestApi()
const hasty = withTestApi({ limits: { headersMs: 200, requestMs: 300, checkEveryMs: 50 } })
const idle = withTestApi({ limits: { idleMs: 200, keepAliveMs: 200 } })
let port: number
let hastyPort: number
let idlePort: number

beforeAll(async () => {
  port = await listening(patient.app)
  hastyPort = await listening(hasty.app)
  idlePort = await listening(idle.app)
})

function expectProblem({ status, headers, body }: RawAnswer, expected: number): void {
  expect(status, body).toBe(expected)
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(JSON.parse(body)).toMatchObject({ status: expected, detail: expect.any(String) })
}

const HOST = 'Host: localhost:PORT\r\n'
const POST = `POST /api/weather/monitoring/refresh HTTP/1.1\r\n${HOST}`
const JSON_POST = `${POST}Content-Type: application/json\r\nConnection: close\r\n`
const END = 'Connection: close\r\n\r\n'

const REFUSED: [string, number, string][] = [
  ['no HTTP', 400, 'hello\r\n\r\n'],
  ['a TLS greeting', 400, '\u0016\u0003\u0001\u0002\u0000\u0001\u0000'],
  ['the preface of HTTP/2', 400, 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['an unknown method', 400, `BREW / HTTP/1.1\r\n${HOST}${END}`],
  ['a header without a name', 400, `GET / HTTP/1.1\r\n${HOST}: x\r\n${END}`],
  ['a control character in a header', 400, `GET / HTTP/1.1\r\n${HOST}X: a\u0001b\r\n${END}`],
  ['a NUL in a header', 400, `GET / HTTP/1.1\r\n${HOST}X: a\u0000b\r\n${END}`],
  ['a space in the address', 400, `GET /a b HTTP/1.1\r\n${HOST}${END}`],
  [
    'bytes that are not percent-encoded',
    400,
    `GET /api/weather/current?city=Z\u00fcrich HTTP/1.1\r\n${HOST}${END}`,
  ],
  ['a malformed escape', 400, `GET /%zz HTTP/1.1\r\n${HOST}${END}`],
  ['a fragment that is malformed', 400, `GET /livez#%zz HTTP/1.1\r\n${HOST}${END}`],
  [
    'headers that are too large',
    431,
    `GET / HTTP/1.1\r\n${HOST}X: ${'a'.repeat(40_000)}\r\n${END}`,
  ],
  ['an address that is too large', 431, `GET /?x=${'a'.repeat(40_000)} HTTP/1.1\r\n${HOST}${END}`],
  [
    'a part of the address that is too long',
    414,
    `GET /api/weather/schedules/${'a'.repeat(400)} HTTP/1.1\r\n${HOST}${END}`,
  ],
  ['a tunnel', 405, `CONNECT example.org:443 HTTP/1.1\r\n${HOST}\r\n`],
  ['an unknown expectation', 417, `${JSON_POST}Expect: a-miracle\r\nContent-Length: 2\r\n\r\n{}`],
  ['two lengths', 400, `${JSON_POST}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`],
  [
    'a length and chunks',
    400,
    `${JSON_POST}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}`,
  ],
  ['a length that is no number', 400, `${JSON_POST}Content-Length: 0x2\r\n\r\n{}`],
  ['a negative length', 400, `${JSON_POST}Content-Length: -1\r\n\r\n{}`],
  ['a chunk without a size', 400, `${JSON_POST}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}`],
  ['a body that is announced as too large', 413, `${JSON_POST}Content-Length: 99999999\r\n\r\n{`],
  ['no media type', 415, `${POST}Connection: close\r\nContent-Length: 2\r\n\r\n{}`],
  [
    'another media type',
    415,
    `${POST}Connection: close\r\nContent-Type: text/xml\r\nContent-Length: 2\r\n\r\n{}`,
  ],
  [
    'a broken media type',
    415,
    `${POST}Connection: close\r\nContent-Type: \u00ff;;\r\nContent-Length: 2\r\n\r\n{}`,
  ],
  ['invalid JSON', 400, `${JSON_POST}Content-Length: 1\r\n\r\n{`],
  ['prototype poisoning', 400, `${JSON_POST}Content-Length: 24\r\n\r\n{"__proto__":{"force":1}}`],
]

test.each(REFUSED)('%s is refused with %i as a problem', async (_, status, bytes) => {
  const raw = Buffer.from(bytes.replaceAll('PORT', String(port)), 'latin1')
  expectProblem(await askRaw(port, raw), status)
  expect(patient.temporal.asked).toEqual([])
})

test('no method is an error of the server', async () => {
  for (const method of METHODS.filter((one) => one !== 'CONNECT')) {
    const bytes = `${method} /api/weather/scheduler/status HTTP/1.1\r\n${HOST}Upgrade: x\r\n${END}`
    const answer = await askRaw(port, bytes.replaceAll('PORT', String(port)))
    // Some that Node lists are of other protocols than HTTP.
    if (method === 'GET' || method === 'HEAD') expect(answer.status).toBe(200)
    else expectProblem(answer, answer.status === 400 ? 400 : 405)
  }
})

const NEVER_COMES: [string, string][] = [
  ['nothing at all', ''],
  ['half a request line', 'GET /liv'],
  ['headers that do not end', `GET /livez HTTP/1.1\r\n${HOST}X: y\r\n`],
  ['a body that does not begin', `${JSON_POST}Content-Length: 20\r\n\r\n`],
  ['a body that stops', `${JSON_POST}Content-Length: 20\r\n\r\n{"force"`],
  ['chunks that do not end', `${JSON_POST}Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n`],
]

test.each(NEVER_COMES)('%s is closed with 408', async (_, bytes) => {
  const answer = await askRaw(hastyPort, bytes.replaceAll('PORT', String(hastyPort)))
  expectProblem(answer, 408)
  expect(hasty.temporal.asked).toEqual([])
})

test('a body in time is read, byte by byte', async () => {
  const body = '{"force":true}'
  const head = `${JSON_POST}Content-Length: ${body.length}\r\n\r\n`.replaceAll('PORT', String(port))
  const socket = connect({ port, host: '127.0.0.1' })
  let received = ''
  const closed = new Promise((resolve) => socket.once('close', resolve))
  socket.on('data', (data) => (received += String(data)))
  for (const byte of head + body) socket.write(byte)
  await closed
  expect(received).toMatch(/^HTTP\/1\.1 202 /)
  expect(patient.temporal.asked.splice(0)).toHaveLength(1)
})

test('an idle connection is closed', async () => {
  const bytes = `GET /livez HTTP/1.1\r\n${HOST}\r\n`.replaceAll('PORT', String(idlePort))
  expect(await askRaw(idlePort, bytes)).toMatchObject({ status: 200 })
})
