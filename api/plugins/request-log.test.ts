import { pino } from 'pino'
import { expect, test } from 'vitest'
import { openLogLate } from './request-log.ts'

test('a line has the bindings of its request, whatever the level', () => {
  const lines: string[] = []
  const parent = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
  const log = openLogLate(parent, { request_id: 'r1' }, {})
  for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const) {
    log[level]({ step: level }, 'said %s', level)
  }
  log.silent('never')
  log.child({ part: 'p' }).info('by a child')
  const said = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(said).toHaveLength(7)
  expect(said.every((line) => line['request_id'] === 'r1')).toBe(true)
  expect(said[0]).toMatchObject({ step: 'trace', msg: 'said trace' })
  expect(said[6]).toMatchObject({ part: 'p', msg: 'by a child' })
  expect(log.level).toBe('trace')
})

test('nothing is made for a request that says nothing', () => {
  const parent = pino({ level: 'info' }, { write: () => undefined })
  parent.child = () => {
    throw new Error('made')
  }
  expect(() => openLogLate(parent, { request_id: 'r1' }, {})).not.toThrow()
})
