import { expect, it } from 'vitest'
import { tightestWindow, type ToldWindow } from './lasting-windows.ts'

const DAY: ToldWindow = { window: 'day', used_share: 0.4 }
const MONTH: ToldWindow = { window: 'month', used_share: 0.7 }
const FULL_MINUTE: ToldWindow = { window: 'minute', used_share: 1 }
const UNLIMITED: ToldWindow = { window: 'hour', used_share: null }

it.each([
  ['the one that is used most', [DAY, MONTH, UNLIMITED], MONTH],
  ['no minute, which is full by design', [FULL_MINUTE, DAY], DAY],
  ['none where only a minute is limited', [FULL_MINUTE, UNLIMITED], undefined],
])('the tightest window is %s', (_, windows, tightest) => {
  expect(tightestWindow(windows)).toEqual(tightest)
})
