import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { createLogger, temporalLogger, type LoggerOptions } from './logger.ts'
import { newApiToken } from '../api-token.ts'
import { Secret } from '../config/secret.ts'
import { textHeldBy } from '../../test/support/stream-text.ts'

function captured(options: Partial<LoggerOptions> = {}) {
  const destination = new PassThrough()
  const log = createLogger({
    name: 'test',
    level: 'debug',
    format: 'json',
    destination,
    ...options,
  })
  const text = () => textHeldBy(destination)
  const lines = () =>
    text()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
  return { log, text, lines }
}

test('a line is JSON with level, time, name and fields', () => {
  const { log, lines } = captured()
  log.info({ cityId: 'berlin-de' }, 'city refreshed')
  log.trace('too fine')
  expect(lines()).toEqual([
    expect.objectContaining({
      level: 'info',
      name: 'test',
      cityId: 'berlin-de',
      msg: 'city refreshed',
      time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
    }),
  ])
})

test('secrets are hidden wherever they turn up', () => {
  const secrets = [
    new Secret('k3y"with\\quotes'),
    'a+b/c=d',
    new Secret('postgres://me:p%40ss%21word@db/weather'),
  ]
  const { log, text } = captured({ secrets })
  log.info(
    { url: 'https://x.test/?key=a%2Bb%2Fc%3Dd', deep: { note: 'k3y"with\\quotes' } },
    'a+b/c=d',
  )
  log.error(new Error('cannot reach postgres://me:p%40ss%21word@db/weather'))
  log.warn('password is p@ss!word, redis://user:other-secret@cache:6379 is down')
  log.info({ headers: { authorization: 'Bearer zzz' }, apiKey: 'yyy', held: new Secret('xxx') })
  const all = text()
  expect(all).not.toMatch(/k3y|a\+b|a%2Bb|p%40ss|p@ss|other-secret|zzz|yyy|xxx/)
  expect(all).toContain('redis://user:[secret]@cache:6379')
})

test('E60: an API token is hidden in any line, known to the logger or not', () => {
  const { log, text } = captured()
  const token = newApiToken()
  log.error({ url: `/api/weather/cities?token=${token}`, err: new Error(token) }, `Bearer ${token}`)
  const all = text()
  expect(all).not.toContain(token.slice(5))
  expect(all).toContain('Bearer [secret]')
})

test('the pretty form is for people and hides secrets too', () => {
  const { log, text } = captured({ format: 'pretty', secrets: ['hunter2'] })
  log.info({ key: 'hunter2' }, 'hello')
  const all = text()
  expect(all).toMatch(/INFO.*hello/)
  expect(all).not.toContain('hunter2')
  expect(() => JSON.parse(all) as unknown).toThrow()
})

test.each(['json', 'pretty'] as const)(
  'the %s form holds no code that a terminal obeys',
  (format) => {
    const { log, text } = captured({ format })
    const hostile = 'a\u001b[31mb\u009b2Jc\u0007d\re\u202Ef\u2028g\u0000h\ud800i\\u0041'
    log.info({ hostile, [hostile]: 1, deep: [{ hostile }] }, hostile)
    log.error(new Error(hostile))
    const all = text()
    expect(all).toContain('\\u001b[31mb')
    expect(all.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028]/u)
  },
)

test('what the JSON form escapes is what was logged', () => {
  const { log, lines } = captured()
  const note = 'a\u001bb\u009bc\u202Ed\\u0041"\n'
  log.info({ note }, note)
  expect(lines()).toMatchObject([{ note, msg: note }])
})

test('Temporal writes through our logger, without its BigInt timestamps', () => {
  const { log, lines } = captured()
  const meta = { workflowId: 'refresh-city/berlin-de', attempt: 2n, [Symbol('time')]: 1n }
  const temporal = temporalLogger(log)
  temporal.log('WARN', 'activity failed', { ...meta, error: new Error('no') })
  temporal.info('started')
  temporal.trace('too fine')
  expect(lines()).toMatchObject([
    {
      level: 'warn',
      msg: 'activity failed',
      workflowId: 'refresh-city/berlin-de',
      attempt: 2,
      err: { message: 'no' },
    },
    { level: 'info', msg: 'started' },
  ])
})
