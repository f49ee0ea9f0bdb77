import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { RefreshProgress } from '../../contracts/refresh-progress.ts'
import { progressLine } from './progress-line.ts'
import { createProgressView } from './progress-view.ts'
import { textHeldBy } from '../../test/support/stream-text.ts'

const HALFWAY: RefreshProgress = {
  total: 120,
  done: 50,
  failed: 4,
  skipped: 6,
  joined: 0,
  waiting: 60,
  ratePerSecond: 20,
  fanOut: 'city',
  since: '2026-01-01T00:00:00.000Z',
}

describe('progressLine', () => {
  it('says what is done, how fast, and how long the rest takes', () => {
    expect(progressLine(HALFWAY)).toBe(
      '60 of 120 cities (50 %), 50 refreshed, 4 failed, 6 fresh already, 20.0 cities/s, about 3.0 s left',
    )
  })

  it('has an answer for nothing to do and for no speed yet', () => {
    const none = { ...HALFWAY, total: 0, done: 0, failed: 0, skipped: 0, waiting: 0 }
    expect(progressLine(none)).toContain('0 of 0 cities (100 %)')
    expect(progressLine({ ...HALFWAY, ratePerSecond: 0 })).toContain('time left unknown')
  })
})

describe('createProgressView', () => {
  it('writes a line each second where there is no terminal, and the last state', () => {
    const output = new PassThrough()
    let nowMs = 0
    const view = createProgressView(output, () => nowMs)
    for (const done of [10, 20, 30, 40]) {
      view.show({ ...HALFWAY, done })
      nowMs += 500
    }
    view.show({ ...HALFWAY, done: 110 })
    view.end()
    const lines = textHeldBy(output).trim().split('\n')
    expect(lines.map((line) => line.split(' ', 1)[0])).toEqual(['20', '40', '120'])
  })
})
