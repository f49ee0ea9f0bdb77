import { networkInterfaces } from 'node:os'
import { beforeAll, expect, test } from 'vitest'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { askRaw, listening } from '../../test/support/api/raw-http.ts'
import { createTestApi } from '../../test/support/api/test-api.ts'

const api = withTestApi({
  settings: {
    hosts: { bindHost: 'My-Machine', allowed: ['weather.example', 'tunnel.example:9000'] },
  },
})
let port: number
beforeAll(async () => {
  port = await listening(api.app)
})

const PAUSE = '/api/weather/schedules/refresh-all-cities/pause'
const isPaused = () => api.temporal.schedules.states.get('refresh-all-cities')?.paused

const get = (host: string, target = '/livez', more = '') =>
  askRaw(port, `GET ${target} HTTP/1.1\r\nHost: ${host}\r\n${more}Connection: close\r\n\r\n`)

const OWN = [
  'localhost:PORT',
  'LOCALHOST:PORT',
  'localhost.:PORT',
  '127.0.0.1:PORT',
  '127.0.0.2:PORT',
  '[::1]:PORT',
  '[0:0:0:0:0:0:0:1]:PORT',
  'my-machine:PORT',
  'weather.example',
  'WEATHER.example:443',
  'weather.example.:8080',
  'tunnel.example:9000',
]

test.each(OWN)('%s is an address of this server', async (host) => {
  const answer = await get(host.replace('PORT', String(port)))
  expect(answer.status, answer.body).toBe(200)
})

const FOREIGN = [
  'evil.example:PORT',
  'evil.example',
  'localhost',
  'localhost:1',
  '127.0.0.1',
  'localhost.evil.example:PORT',
  'notlocalhost:PORT',
  'weather.example.evil.test',
  'tunnel.example',
  'tunnel.example:9001',
  '0.0.0.0:PORT',
  '[::]:PORT',
  '192.168.0.1:PORT',
  '127.1:PORT',
  '2130706433:PORT',
  '0x7f000001:PORT',
  'user@localhost:PORT',
  'localhost:PORT@evil.example',
  'localhost:PORT, evil.example',
  'localhost:99999999',
  '[::1',
  '[zz]:PORT',
  '',
  'a'.repeat(5_000),
]

test.each(FOREIGN)('%s is refused, for reading and for changing', async (name) => {
  const host = name.replace('PORT', String(port))
  for (const target of ['/livez', '/metrics', '/api/weather/schedules', '/nowhere', '/docs/json']) {
    const answer = await get(host, target)
    expect(answer.status, `${host} ${target}`).toBe(421)
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(JSON.parse(answer.body)).toMatchObject({ kind: 'unknown-host', status: 421 })
  }
  const rebound =
    `POST ${PAUSE} HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\n` +
    'Sec-Fetch-Site: same-origin\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'
  expect((await askRaw(port, rebound)).status).toBe(421)
  expect(isPaused()).toBe(false)
})

test('the host that a proxy claims has no say', async () => {
  const more = `X-Forwarded-Host: localhost:${port}\r\nForwarded: host=localhost:${port}\r\n`
  expect((await get('evil.example', '/livez', more)).status).toBe(421)
  const forwarded = 'X-Forwarded-Host: evil.example\r\n'
  expect((await get(`localhost:${port}`, '/livez', forwarded)).status).toBe(200)
})

test('a request for a whole URL has to name this server in both places', async () => {
  const own = `localhost:${port}`
  expect((await get(own, `http://${own}/livez`)).status).toBe(200)
  expect((await get(own, 'http://evil.example/livez')).status).toBe(421)
  expect((await get('evil.example', `http://${own}/livez`)).status).toBe(421)
  expect((await get(own, `http://${own}@evil.example/livez`)).status).toBe(421)
})

test.each([
  ['without a Host, as in HTTP/1.0', 'GET /livez HTTP/1.0\r\n\r\n'],
  ['without a Host', 'GET /livez HTTP/1.1\r\nConnection: close\r\n\r\n'],
  [
    'with two',
    'GET /livez HTTP/1.1\r\nHost: localhost:PORT\r\nhost: evil.example\r\nConnection: close\r\n\r\n',
  ],
  [
    'with the same twice',
    'GET /livez HTTP/1.1\r\nHost: localhost:PORT\r\nHost: localhost:PORT\r\nConnection: close\r\n\r\n',
  ],
])('a request %s is refused', async (_, bytes) => {
  const answer = await askRaw(port, bytes.replaceAll('PORT', String(port)))
  expect(answer.status).toBe(400)
  expect(JSON.parse(answer.body)).toMatchObject({ kind: 'invalid-request' })
})

test('the page of this address may still pause a schedule', async () => {
  const host = `127.0.0.1:${port}`
  const answer = await askRaw(
    port,
    `POST ${PAUSE} HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
  )
  expect(answer.status).toBe(200)
  expect(isPaused()).toBe(true)
})

const interfaces = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
const everyAddress = interfaces.some(({ family }) => family === 'IPv6')
  ? ['0.0.0.0', '::']
  : ['0.0.0.0']
const [ownAddress] = interfaces
  .filter(({ family, internal }) => family === 'IPv4' && !internal)
  .map(({ address }) => address)

test.skipIf(ownAddress === undefined)(
  'a probe by the address at which it comes in is answered, by another one it is not',
  async () => {
    const host = ownAddress ?? ''
    for (const everywhere of everyAddress) {
      const reachable = createTestApi({
        settings: { hosts: { bindHost: everywhere, allowed: [] } },
      })
      const at = await listening(reachable.app, everywhere)
      const probe = (name: string) =>
        askRaw(at, `GET /livez HTTP/1.1\r\nHost: ${name}:${at}\r\nConnection: close\r\n\r\n`, host)
      expect((await probe(host)).status).toBe(200)
      for (const other of ['0.0.0.0', '[::]', '192.0.2.1', 'evil.example']) {
        expect((await probe(other)).status, other).toBe(421)
      }
      await reachable.close()
    }
  },
)
