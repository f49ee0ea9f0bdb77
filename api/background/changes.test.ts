import { fastify } from 'fastify'
import { expect, it } from 'vitest'
import { until } from '../../test/support/until.ts'
import { createChanges, type Look } from './changes.ts'

const LOOK: Look = {
  freshness: {
    as_of: '2026-11-22T10:30:00.000Z',
    total: 1,
    never: 0,
    by_minute: [[3, 1]],
    oldest: null,
  },
  marks: { cities: '1', schedules: 'a', providers: 'a', incidents: '', health: 'a' },
}

/** A look at a time, as the test hands them out; each is awaited by the poller. */
function handed() {
  let looks = 0
  let answer: () => Promise<Look> = async () => LOOK
  const changes = createChanges({
    look: () => {
      looks++
      return answer()
    },
    log: fastify().log,
    everyMs: 1,
  })
  return {
    changes,
    looks: () => looks,
    async next(by: () => Promise<Look>) {
      answer = by
      const before = looks
      await until(async () => looks > before + 2 || undefined, { what: 'two more looks' })
    },
  }
}

it('tells each change once, by name, and ages only where they differ', async () => {
  const { changes, next } = handed()
  const heard: string[] = []
  const leave = changes.listen((chunk) => heard.push(chunk.toString()))
  await next(async () => LOOK)
  const paused = { ...LOOK, marks: { ...LOOK.marks, schedules: 'b', incidents: '1 open' } }
  await next(async () => paused)
  const later = { ...paused.freshness, as_of: '2026-11-22T10:31:00.000Z' }
  await next(async () => ({ ...paused, freshness: later }))
  const aged = { ...later, by_minute: [[4, 1]] }
  await next(async () => ({ ...paused, freshness: aged }))
  leave()
  expect(heard).toEqual([
    'event: changed\ndata: {"what":"schedules"}\n\n',
    'event: changed\ndata: {"what":"incidents"}\n\n',
    `event: freshness\ndata: ${JSON.stringify(aged)}\n\n`,
  ])
})

it('looks once for all who listen, on through a failure, and not at all without listeners', async () => {
  const { changes, looks, next } = handed()
  expect(looks()).toBe(0)
  const heard: number[] = []
  const leaves = Array.from({ length: 1000 }, (_, index) =>
    changes.listen(() => {
      heard.push(index)
    }),
  )
  await next(async () => LOOK)
  await next(() => Promise.reject(new Error('away')))
  const before = looks()
  await next(async () => ({ ...LOOK, marks: { ...LOOK.marks, health: 'b' } }))
  expect(heard).toHaveLength(1000)
  // A poller of each would have looked a thousand times as often.
  expect(looks() - before).toBeLessThan(100)
  for (const leave of leaves) leave()
  const after = looks()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(looks()).toBeLessThanOrEqual(after + 1)
})
