import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'

const START_MS = 60_000
const ENDS_THE_BACKEND = '/* unseen by the gateway */ COPY kept FROM STDIN'
const folder = mkdtempSync(join(tmpdir(), 'weather247-database-'))
const running = new Set<ChildProcess>()

afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

function start(dataDir: string, more: readonly string[] = [], { largestFileKb = 0 } = {}) {
  const main = new URL('./main.ts', import.meta.url).pathname
  const flags = ['--data-dir', dataDir, '--port', '0', '--exit-with-stdin', ...more]
  const args = ['--import', 'tsx', main, ...flags]
  const child =
    largestFileKb === 0 ? spawn(process.execPath, args) : spawnLimited(largestFileKb, args)
  running.add(child)
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const exit = once(child, 'exit').then(([code]) => {
    running.delete(child)
    return { code: code as number | null, errors }
  })
  const url = once(createInterface(child.stdout), 'line').then(
    ([line]) => (JSON.parse(line as string) as { url: string }).url,
  )
  return { child, exit, url }
}

/** A full disk without a disk: the shell counts its limit in blocks of 512 bytes. */
const spawnLimited = (largestFileKb: number, args: readonly string[]) =>
  spawn('sh', ['-c', `ulimit -f ${largestFileKb * 2}; exec "$0" "$@"`, process.execPath, ...args])

async function ask<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** Stopped by the system while it makes its files; the one after it finds what it has left. */
let limited: Awaited<ReturnType<typeof start>['exit']>
let first: ReturnType<typeof start>
beforeAll(async () => {
  const child = start(folder, [], { largestFileKb: 1_024 })
  child.url.catch(() => undefined)
  limited = await child.exit
  first = start(folder)
  await ask(await first.url, (sql) => sql`CREATE TABLE kept (n integer)`)
}, 2 * START_MS)

test('a first start that the system lets write no further leaves nothing that stops the next one', async () => {
  expect(limited.code).toBe(1)
  expect(limited.errors).toContain('the embedded database cannot start')
  expect(await ask(await first.url, (sql) => sql`SELECT 1 AS one`)).toEqual([{ one: 1 }])
})

test(
  'a second start on the same directory is refused and the first goes on',
  async () => {
    const second = await start(folder).exit
    expect(second.code).toBe(1)
    expect(second.errors).toContain(`process ${first.child.pid}`)
    expect(await ask(await first.url, (sql) => sql`SELECT 1 AS a`)).toEqual([{ a: 1 }])
  },
  START_MS,
)

test(
  'data and the right to start survive SIGKILL, FATAL ends, and ordered ends',
  async () => {
    const add = async (url: string, n: number) =>
      ask(url, (sql) => sql`INSERT INTO kept VALUES (${n})`)
    const found = async (url: string) => ask(url, (sql) => sql<{ n: number }[]>`SELECT n FROM kept`)

    await add(await first.url, 1)
    first.child.kill('SIGKILL')
    await first.exit

    const second = start(folder)
    expect(await found(await second.url)).toEqual([{ n: 1 }])
    await add(await second.url, 2)
    const dying = ask(await second.url, (sql) => sql.unsafe(ENDS_THE_BACKEND))
    await expect(dying).rejects.toThrow()
    expect((await second.exit).code).toBe(70)

    const third = start(folder)
    expect(await found(await third.url)).toEqual([{ n: 1 }, { n: 2 }])
    third.child.kill('SIGINT')
    await add(await third.url, 3)
    third.child.stdin.end()
    expect(await third.exit).toEqual({ code: 0, errors: '' })

    // As after a crash: the database must exist, and it does.
    const fourth = start(folder, ['--existing'])
    expect(await found(await fourth.url)).toHaveLength(3)
    fourth.child.kill('SIGTERM')
    expect((await fourth.exit).code).toBe(0)
  },
  START_MS,
)

test(
  'a database that must exist is not replaced by an empty one',
  async () => {
    const gone = start(join(folder, 'gone'), ['--existing'])
    gone.url.catch(() => undefined)
    const { code, errors } = await gone.exit
    expect(code).toBe(78)
    expect(errors).toContain('gone')
  },
  START_MS,
)
