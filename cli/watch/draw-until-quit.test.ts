import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { drawUntilQuit, type Terminal } from './draw-until-quit.ts'
import type { Snapshot } from './snapshot.ts'

const ENTER = '\u001b[?1049h\u001b[?25l'
const LEAVE = '\u001b[?25h\u001b[?1049l'
const CLEAR = '\u001b[H\u001b[J'
const CTRL_C = '\u0003'

const snapshotOf = (sentence: string) =>
  ({
    dashboard: {
      verdict: { level: 'ok', rule: 'fresh', sentence },
      weather_stats: {
        freshness_breakdown: { very_fresh: 1, fresh: 0, stale: 0, very_stale: 0, no_data: 0 },
      },
      task_stats: { reason: null, schedules: [] },
    },
    quota: { services: [] },
    runs: [],
  }) as unknown as Snapshot

/** A terminal that a program may write to and be typed to, and whether its keys come one by one. */
function openTerminal(rows = 24) {
  const keys = Object.assign(new PassThrough(), { isTTY: true, isRaw: false })
  const stdin = Object.assign(keys, {
    setRawMode: (isRaw: boolean) => {
      keys.isRaw = isRaw
      return keys
    },
  })
  const stdout = Object.assign(new PassThrough(), { columns: 60, rows })
  let written = ''
  stdout.on('data', (chunk: Buffer) => (written += chunk.toString()))
  return {
    terminal: { stdin, stdout } as unknown as Terminal,
    stdin,
    written: () => written,
    frames: () => written.split(CLEAR).slice(1),
  }
}

async function openWatch(rows?: number) {
  const opened = openTerminal(rows)
  let looks = 0
  const ended = drawUntilQuit({
    first: snapshotOf('Look 0.'),
    ask: async () => snapshotOf(`Look ${(looks += 1)}.`),
    everyMs: 1,
    url: 'http://127.0.0.1:8247',
    terminal: opened.terminal,
  })
  await expect.poll(opened.written).toContain('Look 2.')
  return { ...opened, ended }
}

test.each([
  ['q', 'q'],
  ['Ctrl+C', CTRL_C],
])(
  'each look replaces the one before on a screen of its own, until %s gives the terminal back',
  async (_name, key) => {
    const { stdin, written, frames, ended } = await openWatch()
    expect(stdin.isRaw).toBe(true)
    stdin.write(key)
    await ended
    expect(written().startsWith(`${ENTER}${CLEAR}Weather247 · live`)).toBe(true)
    for (const [look, frame] of frames().slice(0, 3).entries()) {
      expect(frame).toContain(`● Look ${look}.`)
      expect(frame).toContain('q ends this')
    }
    expect(written().endsWith(LEAVE)).toBe(true)
    expect(stdin.isRaw).toBe(false)
    expect(stdin.isPaused()).toBe(true)
    expect(stdin.listenerCount('keypress')).toBe(0)
  },
)

test('another key ends nothing', async () => {
  const { stdin, written, frames, ended } = await openWatch()
  stdin.write('x')
  const before = frames().length
  await expect.poll(() => frames().length).toBeGreaterThan(before)
  expect(written()).not.toContain(LEAVE)
  stdin.write('q')
  await ended
})

test('what a low terminal cannot show is left out, and how to end it stays', async () => {
  const { stdin, frames, ended } = await openWatch(6)
  stdin.write('q')
  await ended
  const [frame = ''] = frames()
  expect(frame.split('\n')).toHaveLength(6)
  expect(frame.endsWith('q ends this')).toBe(true)
})

test('a signal ends it as well, and is listened to no longer', async () => {
  const before = process.listenerCount('SIGTERM')
  const { written, ended } = await openWatch()
  expect(process.listenerCount('SIGTERM')).toBe(before + 1)
  // Not by an event: others who listen would end this process.
  process.listeners('SIGTERM').at(-1)?.('SIGTERM')
  await ended
  expect(written().endsWith(LEAVE)).toBe(true)
  expect(process.listenerCount('SIGTERM')).toBe(before)
})
