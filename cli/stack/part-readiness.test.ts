import { expect, it } from 'vitest'
import { PartReadiness, readyLine } from './part-readiness.ts'

it('waits for the words of the right part, and takes no log line for them', async () => {
  const readiness = new PartReadiness()
  const heard: string[] = []
  const both = ['worker', 'database'].map(async (part) => {
    await readiness.said(part)
    heard.push(part)
  })
  readiness.hear('worker', '{"level":"info","url":"http://x"}')
  readiness.hear('database', '{"url":"postgres://x"}')
  await both[1]
  expect(heard).toEqual(['database'])
  readiness.hear('worker', readyLine('worker'))
  await Promise.all(both)
  expect(heard).toEqual(['database', 'worker'])
})

it('can be asked again after a restart', async () => {
  const readiness = new PartReadiness()
  for (const _ of [1, 2]) {
    const said = readiness.said('api')
    readiness.hear('api', readyLine('api'))
    await said
  }
  expect.assertions(0)
})
