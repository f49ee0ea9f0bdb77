import { connect } from 'node:net'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { listening } from '../test/support/api/raw-http.ts'
import { NOW } from '../test/support/api/test-api.ts'
import { createToken } from '../test/support/data/api-tokens.ts'
import { KNOWN_CITIES, LONDON } from '../test/support/data/known-cities.ts'
import { storeConditions } from '../test/support/data/stored-conditions.ts'
import { withTestApi } from '../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../test/support/fixtures/with-test-database.ts'
import { hostileHeaders, type HeaderPair } from '../test/support/fuzz/hostile-headers.ts'

const REQUESTS_PER_TARGET = 60
/** The same requests each time: what fails here was broken by the change at hand. */
const SEED = 20_261_128

const JSON_BODY: readonly HeaderPair[] = [['Content-Type', 'application/json']]

const REFRESH = '{"cities":["London"]}'

const TARGETS: readonly (readonly [method: string, path: string, body?: string])[] = [
  ['GET', '/'],
  ['GET', '/livez'],
  ['GET', '/docs/json'],
  ['GET', `/api/weather/current/${LONDON.id}`],
  ['GET', '/api/weather/multiple?cities=London&compat=1'],
  ['GET', `/api/weather/historical/${LONDON.id}?interval=raw`],
  ['GET', '/api/weather/monitoring/events'],
  ['GET', '/api/weather/nowhere'],
  ['POST', '/api/weather/monitoring/refresh', REFRESH],
  ['POST', '/api/weather/session', '{}'],
  ['PUT', `/api/weather/cities/${LONDON.id}/promise`, '{"minutes":30}'],
  ['OPTIONS', '/api/weather/cities'],
]

const database = withTestDatabase({ cities: KNOWN_CITIES })
const settings = {
  trustedProxies: ['127.0.0.1'],
  corsOrigins: ['https://weather.example'],
} as const
const open = withTestApi({ database, settings })
const guarded = withTestApi({ database, settings, tokens: 'stored' })
let ports: Readonly<Record<'open' | 'guarded', number>>
let token: string

beforeAll(async () => {
  await storeConditions(database.db, LONDON.id, NOW)
  ports = { open: await listening(open.app), guarded: await listening(guarded.app) }
  token = await createToken(database.db, 'admin')
})

interface Asked {
  readonly headers: readonly HeaderPair[]
  readonly to: 'open' | 'guarded'
  /** With a token that holds, so that more than the refusal is reached. */
  readonly isKnown: boolean
}

const asked: fc.Arbitrary<Asked> = fc.record({
  headers: hostileHeaders,
  to: fc.constantFrom('open', 'guarded'),
  isKnown: fc.boolean(),
})

test.each(TARGETS)(
  '%s %s answers whatever stands in its headers, and blames itself for nothing',
  async (method, path, body = '') => {
    const answers = async ({ headers, to, isKnown }: Asked) => {
      const pairs: readonly HeaderPair[] = [
        ['Host', `127.0.0.1:${ports[to]}`],
        ['Connection', 'close'],
        ...(isKnown ? ([['Authorization', `Bearer ${token}`]] as const) : []),
        ...headers,
        ...(body === '' ? [] : JSON_BODY),
        ['Content-Length', String(body.length)],
      ]
      const lines = [`${method} ${path} HTTP/1.1`, ...pairs.map((pair) => pair.join(': '))]
      const head = await headOf(ports[to], `${lines.join('\r\n')}\r\n\r\n${body}`)
      const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1])
      expect(status, head).toBeGreaterThanOrEqual(200)
      expect(status, head).toBeLessThan(500)
      expect(head.toLowerCase()).not.toContain('smuggled')
      if (status >= 400) expect(head).toMatch(/^content-type: application\/problem\+json/im)
    }
    await fc.assert(fc.asyncProperty(asked, answers), {
      numRuns: REQUESTS_PER_TARGET,
      seed: SEED,
    })
  },
)

/** The head of the answer, or what came of it: some answers are streams without an end. */
function headOf(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = ''
    const socket = connect({ port, host: '127.0.0.1' })
    socket.setEncoding('latin1')
    socket.once('error', reject)
    socket.once('close', () => resolve(received))
    socket.on('data', (data) => {
      received += String(data)
      const end = received.indexOf('\r\n\r\n')
      if (end === -1) return
      resolve(received.slice(0, end))
      socket.destroy()
    })
    socket.write(request, 'latin1')
  })
}
