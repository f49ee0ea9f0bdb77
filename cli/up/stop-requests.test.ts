import { expect, it } from 'vitest'
import { listenForStop } from './stop-requests.ts'

it('forces the stop at a second request, not at one signal that arrives twice', () => {
  let nowMs = 0
  let forced = 0
  const requests = listenForStop(
    () => (forced += 1),
    () => nowMs,
  )
  requests.request()
  expect(requests.signal.aborted).toBe(true)
  nowMs = 20
  requests.request()
  expect(forced).toBe(0)
  nowMs = 5_000
  requests.request()
  expect(forced).toBe(1)
  requests.close()
})
