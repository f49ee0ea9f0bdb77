import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { PartReadiness, readyLine } from './part-readiness.ts'

it('waits for the readiness line of the right part, and takes no log line for it', async () => {
  const readiness = new PartReadiness()
  const ready: string[] = []
  const both = ['worker', 'database'].map(async (part) => {
    await readiness.ready(part)
    ready.push(part)
  })
  readiness.readLine('worker', '{"level":"info","url":"http://x"}')
  readiness.readLine('database', '{"url":"postgres://x"}')
  await both[1]
  expect(ready).toEqual(['database'])
  readiness.readLine('worker', readyLine('worker'))
  await Promise.all(both)
  expect(ready).toEqual(['database', 'worker'])
})

it('waits for another one after a restart', async () => {
  const readiness = new PartReadiness()
  const ready: string[] = []
  for (const start of ['first start', 'restart']) {
    const waited = readiness.ready('api').then(() => ready.push(start))
    await nextTurn()
    expect(ready).not.toContain(start)
    readiness.readLine('api', readyLine('api'))
    await waited
  }
  expect(ready).toEqual(['first start', 'restart'])
})
