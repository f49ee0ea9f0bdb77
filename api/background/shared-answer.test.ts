import { expect, it } from 'vitest'
import { sharedAnswer, sharedAnswers } from './shared-answer.ts'

function clock() {
  let at = 0
  return { now: () => new Date(at), set: (ms: number) => (at = ms) }
}

/** Answers that a test gives when it wants to. */
function questions() {
  const open: { key: string; answer: (value: string) => void; fail: (error: Error) => void }[] = []
  const ask = (key: string) =>
    new Promise<string>((resolve, reject) => {
      open.push({ key, answer: resolve, fail: reject })
    })
  return { open, ask }
}

it('asks once however many want to know, and once more when the answer has grown old', async () => {
  const { now, set } = clock()
  const { open, ask } = questions()
  const answers = sharedAnswers(ask, { keepMs: 1000, now })
  const all = Array.from({ length: 100 }, () => answers('a'))
  const other = answers('b')
  expect(open.map(({ key }) => key)).toEqual(['a', 'b'])
  // However late it comes, it is young then.
  set(60_000)
  open[0]?.answer('first')
  open[1]?.answer('of b')
  expect(new Set(await Promise.all(all))).toEqual(new Set(['first']))
  expect(await other).toBe('of b')
  set(60_999)
  expect(await answers('a')).toBe('first')
  set(61_000)
  const later = answers('a')
  open[2]?.answer('second')
  expect(await later).toBe('second')
  set(0)
  void answers('a')
  expect(open).toHaveLength(4)
})

it('keeps no failure', async () => {
  const { open, ask } = questions()
  const answer = sharedAnswer(() => ask('only'), { keepMs: 1000, now: clock().now })
  const both = [answer(), answer()]
  open[0]?.fail(new Error('away'))
  for (const one of both) await expect(one).rejects.toThrow('away')
  const next = answer()
  open[1]?.answer('back')
  expect(await next).toBe('back')
})

it('gives no answer that was asked for before it was to forget', async () => {
  const { open, ask } = questions()
  const answer = sharedAnswer(() => ask('only'), { keepMs: 1000, now: clock().now })
  const before = answer()
  answer.forget()
  const after = answer()
  open[0]?.answer('old')
  open[1]?.answer('new')
  expect(await Promise.all([before, after, answer()])).toEqual(['old', 'new', 'new'])
})

it('forgets the oldest key when there are too many', async () => {
  const { open, ask } = questions()
  const answers = sharedAnswers(ask, { keepMs: 1000, now: clock().now, maxKeys: 2 })
  for (const key of ['a', 'b', 'c', 'b', 'a']) void answers(key)
  expect(open.map(({ key }) => key)).toEqual(['a', 'b', 'c', 'a'])
})
