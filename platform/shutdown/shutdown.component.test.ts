import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'

const PROGRAM = `
  import { pino } from 'pino'
  const { installShutdown } = await import('./platform/shutdown/shutdown.ts')
  const say = (line) => process.stdout.write(line + '\\n')
  const log = pino({ level: 'error' }, { write: (line) => say(line.trim()) })
  const shutdown = installShutdown({ log, timeoutMs: 20_000 })
  shutdown.signal.addEventListener('abort', () => say('aborted'))
  shutdown.add('first', () => say('first closed'))
  shutdown.add('second', async () => {
    say('second closing')
    if (process.env.HANG === '1') await new Promise(() => undefined)
  })
  setInterval(() => undefined, 1_000)
  process.on('SIGUSR2', () => say('still here'))
  if (process.env.REJECT) {
    const reasons = { error: new Error('not awaited'), text: 'a text', nothing: undefined }
    for (let times = 0; times < 7; times += 1) void Promise.reject(reasons[process.env.REJECT])
  }
  if (process.env.THROW === '1') setImmediate(() => { throw new Error('unexpected') })
  say('ready')
`

const started: ChildProcess[] = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

function start(env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', PROGRAM], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  started.push(child)
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const said = async (text: string) => {
    while (!output.includes(text)) await once(child.stdout, 'data')
  }
  const exit = once(child, 'exit').then(([code]) => ({ code: code as number | null, output }))
  return { child, said, exit }
}

test('a signal closes in reverse order and ends the process well', async () => {
  const { child, said, exit } = start()
  await said('ready')
  child.kill('SIGTERM')
  expect(await exit).toEqual({ code: 0, output: 'ready\naborted\nsecond closing\nfirst closed\n' })
})

test('a second signal ends the process at once', async () => {
  const { child, said, exit } = start({ HANG: '1' })
  await said('ready')
  child.kill('SIGINT')
  await said('second closing')
  child.kill('SIGINT')
  expect((await exit).code).toBe(1)
})

test('an uncaught error closes everything and is an error for the caller', async () => {
  const { exit } = start({ THROW: '1' })
  expect(await exit).toMatchObject({
    code: 1,
    output: expect.stringContaining('first closed') as string,
  })
})

test.each(['error', 'text', 'nothing'])(
  'a rejection without a handler (%s) is logged as a defect each time, and the process goes on',
  async (reason) => {
    const { child, said, exit } = start({ REJECT: reason })
    await said('ready')
    child.kill('SIGUSR2')
    await said('still here')
    child.kill('SIGTERM')
    const { code, output } = await exit
    expect(code).toBe(0)
    expect(output.match(/"defect":"unhandledRejection"/g)).toHaveLength(7)
    if (reason === 'error') expect(output).toMatch(/"stack":"Error: not awaited\\n +at /)
  },
)
