import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { systemFaultAt, systemFaultOf } from './system-fault.ts'
import { FAULT_TEXTS } from './system-fault-codes.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'weather247-faults-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** A device that is always full, wherever there is a Linux. */
const FULL = '/dev/full'

async function thrownBy(work: () => unknown): Promise<unknown> {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was refused')
}

test('a full disk is called so, with the path and what is free', async () => {
  const descriptor = openSync(FULL, 'w')
  const error = await thrownBy(() => writeSync(descriptor, 'x'))
  closeSync(descriptor)
  const fault = systemFaultOf(error, path.join(folder, 'not', 'yet', 'there'))
  expect(fault?.message).toMatch(
    /^the disk is full: \S+\/not\/yet\/there \([\d,]+ (MB|bytes) free\)$/,
  )
  expect(fault?.next).toBe('free some space, or choose another place with WEATHER247_DATA_DIR')
})

test.each([
  ['ENOENT', () => readFile(path.join(folder, 'absent', 'x')), 'no such file or directory'],
  ['ENOTDIR', () => mkdir(path.join(file(), 'below')), 'a part of the path is no directory'],
  ['EISDIR', () => writeFile(folder, 'x'), 'this is a directory'],
  ['EEXIST', () => mkdir(file()), 'this is a file'],
  ['ELOOP', () => readFile(loop()), 'symbolic links lead in a circle'],
  ['ENAMETOOLONG', () => readFile(path.join(folder, 'x'.repeat(300))), 'the path is too long'],
])('%s of the system is put into words with its path', async (code, work, words) => {
  const fault = systemFaultOf(await thrownBy(work))
  expect(fault).toMatchObject({ code })
  expect(fault?.message).toContain(words)
  expect(fault?.message).toContain(folder)
  expect(fault?.next).not.toBe('')
})

function file(): string {
  const name = path.join(folder, 'a-file')
  writeFileSync(name, '')
  return name
}

function loop(): string {
  const name = path.join(folder, 'loop')
  if (!readdirSync(folder).includes('loop')) symlinkSync(name, name)
  return name
}

test.each(Object.keys(FAULT_TEXTS))(
  '%s is found among the causes and parts of an error',
  (code) => {
    const innermost = Object.assign(new Error('x'), { code, path: '/somewhere' })
    const wrapped = new Error('failed', { cause: new AggregateError([new Error('y'), innermost]) })
    expect(systemFaultOf(wrapped)).toMatchObject({
      code,
      message: expect.stringContaining('/somewhere') as string,
    })
  },
)

test.each([
  [51, 'the disk is full: /data'],
  [19, "this user's share of the disk is used up: /data"],
  [69, 'the file system is read-only: /data'],
  [2, 'this user has no right to open it: /data'],
  [33, 'this process has too many files open: /data'],
])('the embedded database has numbers of its own: %i', (errno, words) => {
  expect(systemFaultOf({ name: 'ErrnoError', errno }, '/data')?.message).toContain(words)
  expect(systemFaultOf({ name: 'Error', errno }, '/data')).toBeUndefined()
})

test('a port that is taken has the words of every start', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const second = createServer().listen(port, '127.0.0.1')
  const [error] = (await once(second, 'error')) as [unknown]
  server.close()
  expect(systemFaultOf(new Error('no start', { cause: error }))).toEqual({
    code: 'EADDRINUSE',
    message: `port ${port} on 127.0.0.1 is in use; set PORT to another one (or stop what uses it)`,
  })
})

test.each([
  'a text',
  undefined,
  null,
  new Error('x'),
  Object.assign(new Error('x'), { code: 'ECONNREFUSED', path: '/x' }),
  Object.assign(new Error('x'), { code: 'toString' }),
  Object.assign(new Error('x'), { code: 13 }),
])('what is no fault of the system has no words here: %s', (error) => {
  expect(systemFaultOf(error)).toBeUndefined()
})

test('an error that is its own cause is no endless search', () => {
  const error = new Error('round')
  error.cause = error
  expect(systemFaultOf(error)).toBeUndefined()
})

test.each([
  ['database or disk is full (13)', 'ENOSPC'],
  ['write /x/temporal.db: no space left on device', 'ENOSPC'],
  ['could not extend file "base/5/1": No space left on device', 'ENOSPC'],
  ['attempt to write a readonly database (8)', 'EROFS'],
  ['open /x/temporal.db: permission denied', 'EACCES'],
  ['accept: too many open files', 'EMFILE'],
  ['disk I/O error (10)', 'EIO'],
])('a fault is recognized in the output of another program: %s', (line, code) => {
  expect(systemFaultAt(folder, ['before', `{"level":"ERROR","msg":"${line}"}`])).toMatchObject({
    code,
  })
})

test('a place that can be written to, and words that say nothing, are no fault', () => {
  expect(systemFaultAt(folder, ['PGlite failed to initialize properly'])).toBeUndefined()
  expect(systemFaultAt(path.join(folder, 'later'))).toBeUndefined()
})

test('a place that cannot be written to is a fault though nothing is said', () => {
  expect(systemFaultAt('/proc/self/new', [])?.message).toMatch(/no right .*: \/proc\/self\/new$/)
})
