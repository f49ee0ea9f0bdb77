import { beforeAll, expect, test } from 'vitest'
import { withTestApi } from '../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../test/support/fixtures/with-test-database.ts'
import { KNOWN_CITIES } from '../test/support/data/known-cities.ts'
import { expectRefused, filled, inject, routesOf, type Route } from '../test/support/api/routes.ts'

const database = withTestDatabase({ cities: KNOWN_CITIES })
const api = withTestApi({ database })
let routes: readonly Route[]

beforeAll(async () => {
  routes = routesOf(api.app)
  await api.app.ready()
})

const ask = (method: string, url: string, body?: string) => inject(api.app, method, url, body)

/** Escapes: what they decode to is no text, or not fit to be stored and shown. */
const HOSTILE_ESCAPES = [
  ['NUL', '%00'],
  ['NUL in a word', 'Lon%00don'],
  ['an escape character', '%1B%5B31m'],
  ['a line break', 'a%0Ab'],
  ['a tab', '%09'],
  ['DEL', '%7F'],
  ['a C1 control character', '%C2%9B31m'],
  ['next line', '%C2%85'],
  ['a bidi override', '%E2%80%AE'],
  ['a bidi isolate', '%E2%81%A6'],
  ['a line separator', '%E2%80%A8'],
  ['a zero-width space', '%E2%80%8B'],
  ['no hexadecimal digits', '%zz'],
  ['half an escape', '%4'],
  ['a bare percent sign', '100%'],
  ['no UTF-8', '%FF'],
  ['an overlong slash', '%C0%AF'],
  ['an overlong NUL', '%C0%80'],
  ['a lone high surrogate', '%ED%A0%80'],
  ['a lone low surrogate', '%ED%B8%80'],
  ['beyond Unicode', '%F4%90%80%80'],
  ['no character', '%EF%BF%BF'],
] as const

test.each(HOSTILE_ESCAPES)('no route takes %s in its address', async (_, escape) => {
  expect(routes.length).toBeGreaterThan(30)
  for (const { method, url, query } of routes) {
    if (/[:*]/.test(url)) {
      const path = filled(url, escape)
      expectRefused(await ask(method, path), `${method} ${path}`)
    }
    for (const name of [...query, 'else']) {
      const asked = `${filled(url, '1')}?${name}=${escape}`
      expectRefused(await ask(method, asked), `${method} ${asked}`)
    }
    const asked = `${filled(url, '1')}?${escape}=1`
    expectRefused(await ask(method, asked), `${method} ${asked}`)
  }
})

test('no address is there for them either', async () => {
  for (const [, escape] of HOSTILE_ESCAPES) {
    for (const url of [`/${escape}`, `/nowhere?x=${escape}`, `/docs/${escape}`]) {
      const answer = await ask('GET', url)
      expectRefused(answer, url)
      expect(answer.statusCode, url).toBe(400)
    }
  }
})

const HOSTILE_TEXTS = ['\u0000', 'a\u001b[31m', '\u001b]8;;x\u0007', '\u009b31m', '\u202e', 'a\nb']
const LONE = ['\\ud800', '\\udfff', '\\udc00\\ud800', '\\ud83dx']
const HOSTILE_JSON = [...HOSTILE_TEXTS.map((text) => JSON.stringify(text).slice(1, -1)), ...LONE]

const BODIES = (text: string) => [
  `"${text}"`,
  `{"note":"${text}"}`,
  `{"cities":["Tokyo","${text}"]}`,
  `{"cities":[{"deep":[["${text}"]]}]}`,
  `{"city":"${text}"}`,
  `{"${text}":1}`,
]

test.each(HOSTILE_JSON)('no route takes %j in its body, at any depth', async (text) => {
  for (const { method, url } of routes.filter((route) => route.method === 'POST')) {
    const path = filled(url, 'refresh-all-cities')
    for (const body of BODIES(text)) {
      const answer = await ask(method, path, body)
      expectRefused(answer, `${method} ${path} ${body}`)
      expect(answer.body).toMatch(/U\+[0-9A-F]{4}/)
    }
  }
  expect(api.temporal.asked).toEqual([])
  expect([...api.temporal.schedules.states.values()].some(({ paused }) => paused)).toBe(false)
})

test('a note that a terminal would obey is refused with the field and the character', async () => {
  const url = '/api/weather/schedules/refresh-all-cities/pause'
  const answer = await ask('POST', url, JSON.stringify({ note: 'a\u001b]0;x\u0007' }))
  expect(answer.json()).toMatchObject({ status: 400, detail: expect.stringContaining('body.note') })
  expect(answer.json()).toMatchObject({ detail: expect.stringContaining('U+001B') })
  const plain = await ask('POST', url, JSON.stringify({ note: 'Zürich’s “quota” 👩‍👩‍👧 नमस्ते' }))
  expect(plain.statusCode).toBe(200)
  await ask('POST', url.replace('pause', 'resume'))
})

test('a body that is no UTF-8, or nested deeper than a stack, is refused', async () => {
  const url = '/api/weather/monitoring/refresh'
  const headers = { 'content-type': 'application/json' }
  for (const payload of [
    Buffer.from('{"cities":["Z\xfcrich"]}', 'latin1'),
    Buffer.from([0x22, 0xc0, 0x80, 0x22]),
    Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]),
    Buffer.from([0x1f, 0x8b, 8, 0, 0]),
    Buffer.from('['.repeat(30_000) + ']'.repeat(30_000)),
  ]) {
    const answer = await api.app.inject({ method: 'POST', url, headers, payload })
    expectRefused(answer, payload.toString('latin1', 0, 40))
    expect(answer.statusCode).toBe(400)
  }
})

test('values of any length are refused or answered, never an error', async () => {
  for (const { method, url, query } of routes) {
    for (const length of [301, 5_000]) {
      const long = 'x'.repeat(length)
      const asked = [
        filled(url, long),
        ...query.map((name) => `${filled(url, '1')}?${name}=${long}`),
      ]
      for (const one of asked.filter((address) => address.includes(long))) {
        expectRefused(await ask(method, one), `${method} ${one.slice(0, 60)}`)
      }
    }
  }
})

test('an address that has other methods says so', async () => {
  const answer = await ask('PUT', '/api/weather/monitoring/refresh/')
  expectRefused(answer, 'PUT')
  expect(answer.json()).toMatchObject({ kind: 'method-not-allowed', status: 405 })
  expect(answer.headers['allow']).toBe('POST')
  const task = await ask('PATCH', '/api/weather/monitoring/task/refresh-city/1')
  expect([task.statusCode, task.headers['allow']]).toEqual([405, 'DELETE, GET, HEAD'])
  expect((await ask('PATCH', '/api/weather/citiesx')).statusCode).toBe(404)
})
