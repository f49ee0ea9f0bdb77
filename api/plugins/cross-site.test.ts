import { expect, test } from 'vitest'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'

const HOST = '127.0.0.1:8247'
const hosts = { bindHost: '127.0.0.1', allowed: [HOST, 'weather.example'] }
const api = withTestApi({ settings: { hosts } })

const ask = async (method: 'GET' | 'POST' | 'DELETE', headers: Record<string, string>) => {
  const url =
    method === 'DELETE' ? '/api/weather/monitoring/task/a' : '/api/weather/monitoring/refresh'
  return api.app.inject({
    method,
    url: method === 'GET' ? '/api/weather/scheduler/status' : url,
    headers: { host: HOST, ...headers },
  })
}

const FOREIGN = [
  { 'sec-fetch-site': 'cross-site' },
  { origin: 'https://example.org' },
  { origin: 'http://127.0.0.1:8233' },
  { origin: 'null' },
]

test.each(FOREIGN)('what another site has a browser send is refused: %j', async (headers) => {
  for (const method of ['POST', 'DELETE'] as const) {
    const answer = await ask(method, headers)
    expect(answer.statusCode).toBe(403)
    expect(answer.json()).toMatchObject({ kind: 'cross-site' })
  }
  expect(api.temporal.asked).toEqual([])
  expect((await ask('GET', headers)).statusCode).toBe(200)
})

test.each([...FOREIGN, { 'sec-fetch-site': 'same-site' }])(
  'nor does another site have a read refresh what is stale: %j',
  async (headers) => {
    const url = '/api/weather/current/1?refresh=if-stale'
    const answer = await api.app.inject({ url, headers: { host: HOST, ...headers } })
    expect(answer.json()).toMatchObject({ status: 403, kind: 'cross-site' })
  },
)

test.each([
  {},
  { origin: `http://${HOST}`, 'sec-fetch-site': 'same-origin' },
  { origin: 'https://Weather.example', host: 'weather.example' },
])('a program, and a page of this address, are served: %j', async (headers) => {
  expect((await ask('POST', headers)).statusCode).toBe(202)
})
