import { describe, expect, it } from 'vitest'
import { FailureWindow } from './failure-window.ts'

/** Which of these requests, `x` for a failure, opens the circuit; counted from 1. */
function openedAt(requests: string): number | undefined {
  const window = new FailureWindow()
  const at = [...requests].findIndex((one) => window.isOpenedBy(one === 'x'))
  return at < 0 ? undefined : at + 1
}

describe('a circuit opens', () => {
  it.each([
    ['xxxx', undefined],
    ['xxxxx', 5],
    ['.xxxx', 5],
    ['xxx..', undefined],
    ['xxxx.', undefined],
    ['x.x.x.x.x.x.x.x.', undefined],
    ['..........xxxxxx', undefined],
    ['..........xxxxxxx', 17],
    ['xxxx......xxxxxxx', 17],
  ])('by %s at request %s', (requests, at) => {
    expect(openedAt(requests)).toBe(at)
  })
})
