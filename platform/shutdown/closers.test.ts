import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createClosers } from './closers.ts'

const log = pino({ level: 'silent' })

test('what was opened last is closed first, one after the other, once', async () => {
  const closers = createClosers(log)
  const closed: string[] = []
  for (const name of ['postgres', 'temporal', 'http']) {
    closers.add(name, async () => {
      await new Promise(setImmediate)
      closed.push(name)
    })
  }
  await Promise.all([closers.close(), closers.close()])
  await closers.close()
  expect(closed).toEqual(['http', 'temporal', 'postgres'])
})

test('a step that fails or hangs does not keep the others open', async () => {
  const closers = createClosers(log)
  const closed: string[] = []
  closers.add('first', () => closed.push('first'))
  closers.add('failing', () => {
    throw new Error('no')
  })
  closers.add('hanging', () => new Promise(() => undefined), 20)
  await expect(closers.close()).rejects.toMatchObject({
    errors: [{ message: 'hanging did not close within 20 ms' }, { message: 'no' }],
  })
  expect(closed).toEqual(['first'])
})

test('what is opened while closing is closed as well', async () => {
  const closers = createClosers(log)
  const closed: string[] = []
  closers.add('slow', () => new Promise(setImmediate))
  const closing = closers.close()
  closers.add('late', () => closed.push('late'))
  await closing
  await closers.close()
  expect(closed).toEqual(['late'])
})
