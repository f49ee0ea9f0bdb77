import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { identify, isRunning } from './process-identity.ts'

const WATCHER = ['--import', 'tsx', fileURLToPath(new URL('./watcher.ts', import.meta.url))]
const STUBBORN = 'trap "" TERM; echo deaf; while :; do sleep 0.2; done'
const PATIENCE = { timeout: 10_000, interval: 20 }

function watch(graceMs: number, command: string, ...args: string[]): ChildProcess {
  return spawn(process.execPath, [...WATCHER, String(graceMs), command, ...args], {
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
  })
}

async function reportedPid(watcher: ChildProcess): Promise<number> {
  const [report] = (await once(watcher, 'message')) as [{ pid: number }]
  return report.pid
}

const gone = (pid: number) =>
  vi.waitFor(() => {
    expect(isRunning(identify(pid))).toBe(false)
  }, PATIENCE)

test('leaves no process behind when its parent is killed with -9', async () => {
  const script = `
    const { spawn } = require('node:child_process')
    const args = [...${JSON.stringify(WATCHER)}, '2000', 'sleep', '300']
    const watcher = spawn(process.execPath, args, { stdio: ['pipe', 'ignore', 'ignore', 'ipc'] })
    watcher.on('message', ({ pid }) => process.send([watcher.pid, pid]))`
  const parent = spawn(process.execPath, ['-e', script], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const [[watcherPid, programPid]] = (await once(parent, 'message')) as [[number, number]]
  expect(isRunning(identify(programPid))).toBe(true)

  parent.kill('SIGKILL')

  await gone(programPid)
  await gone(watcherPid)
})

test('a closed stdin ends a program that ignores SIGTERM, after its grace', async () => {
  const watcher = watch(200, 'sh', '-c', STUBBORN)
  const [pid] = await Promise.all([reportedPid(watcher), once(watcher.stdout!, 'data')])
  watcher.stdin?.end()
  expect(await once(watcher, 'exit')).toEqual([137, null])
  await gone(pid)
})

test('SIGTERM is passed on, and the exit code says what ended the program', async () => {
  const watcher = watch(5_000, 'sleep', '300')
  const pid = await reportedPid(watcher)
  watcher.kill('SIGTERM')
  expect(await once(watcher, 'exit')).toEqual([143, null])
  await gone(pid)
})

test('output and exit code are those of the program', async () => {
  const watcher = watch(1_000, 'sh', '-c', 'echo out; echo err >&2; exit 7')
  const [exit, out, err] = await Promise.all([
    once(watcher, 'exit'),
    text(watcher.stdout!),
    text(watcher.stderr!),
  ])
  expect({ code: exit[0] as number, out, err }).toEqual({ code: 7, out: 'out\n', err: 'err\n' })
})

test('a program that cannot be started is named', async () => {
  const watcher = watch(1_000, '/nowhere/program')
  const [exit, err] = await Promise.all([once(watcher, 'exit'), text(watcher.stderr!)])
  expect(exit[0]).toBe(127)
  expect(err).toContain('cannot start /nowhere/program')
})
