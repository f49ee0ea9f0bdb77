import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { parentOf, watchChange } from './npm-parent.ts'

it('notices a change, once', async () => {
  let now = 5
  let changes = 0
  watchChange(
    () => now,
    () => (changes += 1),
    1,
  )
  await sleep(10)
  expect(changes).toBe(0)
  now = 1
  await expect.poll(() => changes).toBe(1)
  now = 7
  await sleep(10)
  expect(changes).toBe(1)
})

it.runIf(process.platform === 'linux')('knows the parent of a process', () => {
  expect(parentOf(process.pid)).toBe(process.ppid)
  expect(parentOf(2 ** 30)).toBeUndefined()
})
