import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { PartEvent } from './part-keeper.ts'
import type { PartSpec, RunningPart } from './part-spec.ts'
import { identify, isRunning } from './process-identity.ts'
import { Supervisor, type SupervisorOptions } from './supervisor.ts'

const RUN =
  'console.log("up"); process.stdin.resume(); process.stdin.on("end", () => process.exit())'
const STUBBORN = 'process.on("SIGTERM", () => {}); console.log("up"); setInterval(() => {}, 1000)'
const QUICK = { firstDelayMs: 5, maxDelayMs: 20, resetAfterMs: 60_000 }
const PATIENCE = { timeout: 10_000, interval: 20 }

async function saysUp(part: RunningPart): Promise<void> {
  while (!part.outputTail().includes('up')) await sleep(10, undefined, { signal: part.signal })
}

function own(name: string, script: string, changes: Partial<PartSpec> = {}): PartSpec {
  return {
    name,
    command: process.execPath,
    args: ['-e', script],
    env: process.env,
    foreign: false,
    ready: saysUp,
    readyTimeoutMs: 10_000,
    stopGraceMs: 5_000,
    ...changes,
  }
}

const foreign = (name: string, script = 'echo up; exec sleep 300'): PartSpec =>
  own(name, '', { command: 'sh', args: ['-c', script], foreign: true })

function supervise(options: SupervisorOptions = {}) {
  const events: PartEvent[] = []
  const supervisor = new Supervisor({
    restartBackoff: QUICK,
    onEvent: (event) => events.push(event),
    ...options,
  })
  onTestFinished(() => void supervisor.stop())
  const story = () => events.map(({ event, part }) => `${part} ${event}`)
  return { supervisor, events, story }
}

function failureOf(events: PartEvent[], which: 'died' | 'gaveUp' = 'gaveUp'): string {
  const last = events.findLast(({ event }) => event === which)
  return last !== undefined && 'failure' in last ? last.failure.message : ''
}

const readiesOf = (events: PartEvent[], part: string): number =>
  events.filter((event) => event.event === 'ready' && event.part === part).length

const runningPid = (supervisor: Supervisor, index = 0) =>
  vi.waitFor(() => {
    const status = supervisor.status()[index]!
    expect(status.state).toBe('ready')
    return (status.foreignPid ?? status.pid)!
  }, PATIENCE)

const gone = (pid: number) =>
  vi.waitFor(() => {
    expect(isRunning(identify(pid))).toBe(false)
  }, PATIENCE)

test('parts start in order and stop in reverse order', async () => {
  const { supervisor, story } = supervise()
  expect(await supervisor.start([own('database', RUN), own('api', RUN)])).toBe(true)
  expect(await supervisor.stop()).toBe(0)
  expect(story()).toEqual([
    ...['database starting', 'database ready', 'api starting', 'api ready'],
    ...['api stopping', 'api stopped', 'database stopping', 'database stopped'],
  ])
})

test('a part that is killed comes back, and the others do not notice', async () => {
  const { supervisor, story } = supervise()
  await supervisor.start([own('database', RUN), own('api', RUN)])
  const [databasePid, apiPid] = supervisor.status().map(({ pid }) => pid)
  process.kill(apiPid!, 'SIGKILL')
  await vi.waitFor(() => {
    expect(story().filter((line) => line === 'api ready')).toHaveLength(2)
  }, PATIENCE)
  expect(supervisor.status()[0]?.pid).toBe(databasePid)
  expect(await runningPid(supervisor, 1)).not.toBe(apiPid)
  expect(await supervisor.stop()).toBe(0)
})

test('a part that is killed seven times comes back seven times, and the others stay', async () => {
  const { supervisor, events } = supervise()
  await supervisor.start([own('api', RUN), own('worker', RUN)])
  const apiPid = supervisor.status()[0]?.pid
  for (let kills = 1; kills <= 7; kills += 1) {
    const pid = await runningPid(supervisor, 1)
    process.kill(pid, 'SIGKILL')
    await vi.waitFor(() => {
      expect(readiesOf(events, 'worker')).toBe(kills + 1)
    }, PATIENCE)
  }
  expect(supervisor.status().map(({ state }) => state)).toEqual(['ready', 'ready'])
  expect(supervisor.status()[0]?.pid).toBe(apiPid)
  const delays = events.flatMap((event) => (event.event === 'restarting' ? [event.delayMs] : []))
  expect(delays).toEqual([5, 10, 20, 20, 20, 20, 20])
  expect(await supervisor.stop()).toBe(0)
})

test('a part that can no longer start is tried for ever, with its last output each time', async () => {
  const { supervisor, events } = supervise()
  const marker = path.join(mkdtempSync(path.join(tmpdir(), 'part-')), 'started')
  const dies = `const fs = require('node:fs'); const file = ${JSON.stringify(marker)}
    if (fs.existsSync(file)) { console.error("disk full"); process.exit(3) }
    fs.writeFileSync(file, ''); console.log("up"); setTimeout(() => process.exit(3), 20)`
  await supervisor.start([own('api', RUN), own('worker', dies)])
  await vi.waitFor(() => {
    expect(events.filter(({ event }) => event === 'restarting').length).toBeGreaterThan(7)
  }, PATIENCE)
  expect(failureOf(events, 'died')).toBe(
    'worker exited with code 3 before it was ready; its last output:\n  disk full',
  )
  expect(supervisor.status()[0]?.state).toBe('ready')
  expect(await supervisor.stop()).toBe(0)
})

test('a stop in the pause before a start does not wait for it', async () => {
  const { supervisor, story } = supervise({
    restartBackoff: { ...QUICK, firstDelayMs: 3_600_000, maxDelayMs: 3_600_000 },
  })
  await supervisor.start([own('worker', RUN)])
  process.kill(await runningPid(supervisor), 'SIGKILL')
  await vi.waitFor(() => {
    expect(supervisor.status()[0]?.state).toBe('waiting')
  }, PATIENCE)
  expect(await supervisor.stop()).toBe(0)
  expect(story().at(-1)).toBe('worker stopped')
})

test('a part that says another start cannot help is named with its last output and takes all down', async () => {
  const { supervisor, events, story } = supervise()
  const hopeless = `if (process.argv.includes("--again")) { console.error("its files are gone"); process.exit(78) }
    console.log("up"); setTimeout(() => process.exit(1), 20)`
  const again = own('api', hopeless, { restartArgs: ['--', '--again'] })
  await supervisor.start([own('database', RUN), again])
  expect(await supervisor.finished).toBe(1)
  expect(story().filter((line) => line === 'api restarting')).toHaveLength(1)
  expect(failureOf(events)).toBe(
    'api exited with code 78 before it was ready; its last output:\n  its files are gone',
  )
  expect(story().at(-1)).toBe('database stopped')
})

test('a part that fails at the first start says why, and what ran before it is stopped', async () => {
  const { supervisor } = supervise()
  const failing = own('api', 'console.error("no such host"); process.exit(2)')
  await expect(supervisor.start([own('database', RUN), failing])).rejects.toThrow(
    'api exited with code 2 before it was ready; its last output:\n  no such host',
  )
  expect(await supervisor.finished).toBe(1)
  await gone(supervisor.status()[0]!.pid!)
})

test('a program that does not exist fails with its name', async () => {
  const { supervisor } = supervise()
  await expect(supervisor.start([own('api', '', { command: '/nowhere/node' })])).rejects.toThrow(
    /api could not be started .*\/nowhere\/node/,
  )
})

test('a part that is never ready is not waited for', async () => {
  const { supervisor } = supervise()
  const silent = own('api', 'setInterval(() => {}, 1000)', { readyTimeoutMs: 200 })
  await expect(supervisor.start([silent])).rejects.toThrow('api was not ready within 0.2 s')
  await gone(supervisor.status()[0]!.pid!)
})

test('a probe that fails gives its reason', async () => {
  const { supervisor } = supervise()
  const broken = own('api', RUN, { ready: () => Promise.reject(new Error('wrong namespace')) })
  await expect(supervisor.start([broken])).rejects.toThrow(
    'api did not become ready (wrong namespace)',
  )
})

test('a stop while a part starts ends the start', async () => {
  const { supervisor } = supervise()
  const started = supervisor.start([own('api', 'setInterval(() => {}, 1000)'), own('later', RUN)])
  expect(await supervisor.stop()).toBe(0)
  expect(await started).toBe(false)
  expect(supervisor.status().map(({ name }) => name)).toEqual(['api'])
})

test('a stubborn part is killed after its grace', async () => {
  const { supervisor } = supervise()
  await supervisor.start([own('api', STUBBORN, { stopGraceMs: 100 })])
  expect(await supervisor.stop()).toBe(0)
  await gone(supervisor.status()[0]!.pid!)
})

test('a second stop does not wait for the grace of a stubborn part', async () => {
  const { supervisor, story } = supervise()
  const stubborn = { stopGraceMs: 3_600_000 }
  await supervisor.start([own('database', STUBBORN, stubborn), own('api', STUBBORN, stubborn)])
  expect(await Promise.all([supervisor.stop(), supervisor.stop()])).toEqual([0, 0])
  expect(story().at(-1)).toBe('database stopped')
})

test('what a part says is kept in its log', async () => {
  const logDir = mkdtempSync(path.join(tmpdir(), 'logs-'))
  const { supervisor } = supervise({ logDir })
  await supervisor.start([own('api', RUN)])
  await supervisor.stop()
  expect(readFileSync(path.join(logDir, 'api.log'), 'utf8')).toBe('up\n')
})

test('a foreign program stops with us', async () => {
  const { supervisor } = supervise()
  await supervisor.start([foreign('temporal')])
  const programPid = await runningPid(supervisor)
  expect(programPid).not.toBe(supervisor.status()[0]?.pid)
  expect(await supervisor.stop()).toBe(0)
  expect(isRunning(identify(programPid))).toBe(false)
})

test('a foreign program whose watcher is killed ends before it is started again', async () => {
  const { supervisor, events } = supervise()
  await supervisor.start([foreign('temporal')])
  const programPid = await runningPid(supervisor)
  const wasRunningAtRestart: boolean[] = []
  events.push = (event) => {
    if (event.event === 'restarting') wasRunningAtRestart.push(isRunning(identify(programPid)))
    return 0
  }
  process.kill(supervisor.status()[0]!.pid!, 'SIGKILL')
  await gone(programPid)
  await vi.waitFor(() => {
    expect(supervisor.status()[0]?.state).toBe('ready')
    expect(supervisor.status()[0]?.foreignPid).not.toBe(programPid)
  }, PATIENCE)
  expect(wasRunningAtRestart).toEqual([false])
  await supervisor.stop()
})

test('nothing survives a supervisor that is killed with -9', async () => {
  const url = (file: string) => JSON.stringify(new URL(file, import.meta.url).href)
  const ownPart = `
    const { exitWithParent } = await import(${url('./parent.ts')})
    exitWithParent(() => process.exit())
    setInterval(() => undefined, 1000)
    console.log('up')`
  const nodeArgs = ['--import', 'tsx', '--input-type=module', '-e']
  const script = `
    const { Supervisor } = await import(${url('./supervisor.ts')})
    const supervisor = new Supervisor()
    const ready = async (part) => {
      while (!part.outputTail().includes('up')) await new Promise((next) => setTimeout(next, 10))
    }
    const shared = { env: process.env, ready, readyTimeoutMs: 10000, stopGraceMs: 1000 }
    const sh = { name: 'temporal', command: 'sh', args: ['-c', 'echo up; exec sleep 300'], foreign: true }
    const args = ${JSON.stringify([...nodeArgs, ownPart])}
    const node = { name: 'api', command: process.execPath, args, foreign: false }
    await supervisor.start([{ ...shared, ...sh }, { ...shared, ...node }])
    process.send(supervisor.status().flatMap(({ pid, foreignPid }) => [pid, foreignPid ?? []].flat()))`
  const parent = spawn(process.execPath, [...nodeArgs, script], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const [pids] = (await once(parent, 'message')) as [number[]]
  expect(pids).toHaveLength(3)
  expect(pids.every((pid) => isRunning(identify(pid)))).toBe(true)
  parent.kill('SIGKILL')
  for (const pid of pids) await gone(pid)
})
