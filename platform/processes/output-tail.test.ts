import { expect, test } from 'vitest'
import { OutputTail } from './output-tail.ts'

test('keeps the newest lines and forgets the older ones', () => {
  const words = new OutputTail(2)
  for (const line of ['one', 'two', 'three']) words.add(line)
  expect(words.lines()).toEqual(['two', 'three'])
})

test('cuts a line that would fill the screen', () => {
  const words = new OutputTail()
  words.add('x'.repeat(100_000))
  expect(words.lines()[0]).toHaveLength(2_000)
})
