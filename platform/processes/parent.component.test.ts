import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { expect, test, vi } from 'vitest'
import { exitWithParent } from './parent.ts'
import { identify, isRunning } from './process-identity.ts'

const PARENT = JSON.stringify(new URL('./parent.ts', import.meta.url).href)
const NODE_ARGS = ['--import', 'tsx', '--input-type=module', '-e']

test('the end of stdin is reported once', async () => {
  const stdin = new PassThrough()
  const onEnd = vi.fn()
  expect(exitWithParent(onEnd, stdin)).toBe(true)
  stdin.end()
  await once(stdin, 'close')
  expect(onEnd).toHaveBeenCalledOnce()
})

test('a service that gets /dev/null as stdin goes on', async () => {
  const script = `
    const { exitWithParent } = await import(${PARENT})
    process.exitCode = exitWithParent(() => process.exit(1)) ? 2 : 0`
  const service = spawn(process.execPath, [...NODE_ARGS, script], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  expect(await once(service, 'exit')).toEqual([0, null])
})

test('a process notices that its parent has disappeared', async () => {
  const script = `
    const { watchParent } = await import(${PARENT})
    watchParent(() => process.exit(), 20)
    setInterval(() => undefined, 1000)
    process.send(process.pid)`
  const parentScript = `
    const { spawn } = require('node:child_process')
    const stdio = ['ignore', 'ignore', 'ignore', 'ipc']
    const child = spawn(process.execPath, ${JSON.stringify([...NODE_ARGS, script])}, { stdio })
    child.on('message', (pid) => process.send(pid))`
  const parent = spawn(process.execPath, ['-e', parentScript], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const [pid] = (await once(parent, 'message')) as [number]
  const child = identify(pid)
  expect(isRunning(child)).toBe(true)

  parent.kill('SIGKILL')

  await vi.waitFor(() => expect(isRunning(child)).toBe(false), { timeout: 10_000 })
})
