import { expect, it } from 'vitest'
import { liveStateOf, type Heard } from './live-state.ts'

const heard = (atMs: number | null, isBroken = false): Heard => ({ atMs, isBroken })

it.each([
  ['it has just opened', heard(null), 1_000, { kind: 'connecting' }],
  ['it never heard anything', heard(null), 36_000, { kind: 'lost', sinceMs: 0 }],
  ['its first connection broke', heard(null, true), 1_000, { kind: 'lost', sinceMs: 0 }],
  ['it heard of it lately', heard(10_000), 44_000, { kind: 'live' }],
  ['it heard nothing for two beats', heard(10_000), 46_000, { kind: 'lost', sinceMs: 10_000 }],
  ['its connection broke', heard(10_000, true), 11_000, { kind: 'lost', sinceMs: 10_000 }],
])('a page knows how live it is when %s', (_when, state, nowMs, expected) => {
  expect(liveStateOf(state, 0, nowMs)).toEqual(expected)
})
