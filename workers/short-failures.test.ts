import { ApplicationFailure } from '@temporalio/common'
import { expect, test } from 'vitest'
import { createRedactor } from '../platform/logging/redact.ts'
import { shortFailures } from './short-failures.ts'

async function thrownAfter(error: unknown): Promise<unknown> {
  const { inbound } = shortFailures(createRedactor(['pl4ntedkey']))({} as never)
  const input = { args: [], headers: {} }
  return inbound!.execute!(input, () => Promise.reject(error as Error)).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
}

test("a driver's words are short, printable and without secrets, down to the cause", async () => {
  const cause = new Error('password pl4ntedkey \u0000\ud800')
  const error = new RangeError(`Failed query: ${'x'.repeat(1_000_000)}`, { cause })
  const thrown = await thrownAfter(error)
  expect(thrown).toBe(error)
  expect(error.name).toBe('RangeError')
  expect(error.message).toHaveLength(2_000)
  expect(error.stack?.length).toBeLessThan(5_000)
  expect(error.stack).toContain('short-failures.test.ts')
  expect(cause.message).toBe('password [secret] \uFFFD')
  expect(cause.stack).not.toContain('pl4nted')
})

test('a failure for Temporal stays what it is', async () => {
  const failure = ApplicationFailure.create({
    message: 'no',
    type: 'NoProviderAnswered',
    details: [1],
  })
  expect(await thrownAfter(failure)).toBe(failure)
  expect(failure).toMatchObject({ message: 'no', type: 'NoProviderAnswered', details: [1] })
})

test('what is no error, and a circle of causes, is thrown on', async () => {
  const circle = new Error('a')
  circle.cause = circle
  expect(await thrownAfter(circle)).toBe(circle)
  expect(await thrownAfter('text')).toBe('text')
})

test.each([
  ['by itself', (error: Error): Error => error],
  ['as a cause', (cause: Error): Error => new Error('outer', { cause })],
  ['as the cause of a frozen one', (cause: Error) => Object.freeze(new Error('', { cause }))],
])('an error that takes no assignment is thrown with masked words, %s', async (_where, wrapped) => {
  for (const error of [
    new DOMException('key pl4ntedkey', 'AbortError'),
    Object.freeze(new DOMException('key pl4ntedkey', 'AbortError')),
    Object.freeze(new RangeError('key pl4ntedkey')),
    Object.seal(new RangeError('key pl4ntedkey')),
  ]) {
    const thrown = (await thrownAfter(wrapped(error))) as Error
    const inner = (thrown.cause ?? thrown) as Error
    expect(inner).toBeInstanceOf(error.constructor)
    expect(inner.name).toBe(error.name)
    expect(inner.message).toBe('key [secret]')
    expect(inner.stack).toMatch(/^\w+: key \[secret\]\n {4}at /)
  }
})
