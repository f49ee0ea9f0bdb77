import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findCities } from '../../cli/cities/find-cities.ts'
import { bundledCities, STARTER_CITIES } from '../../cli/cities/starter-cities.ts'
import { nothingRan } from '../../cli/command-runner.ts'
import { createProgram, forEachCommand } from '../../cli/program.ts'
import { importCities } from '../../db/queries/cities.ts'
import { cityNames, latestConditions, refreshStates } from '../../db/schema/index.ts'
import { connectTemporal } from '../../temporal/connect.ts'
import { parseTaskId } from '../../temporal/task-id.ts'
import { withTestDatabase } from '../support/fixtures/with-test-database.ts'
import { PROGRAM } from '../support/processes/program.ts'
import { runCli } from '../support/processes/run-cli.ts'
import { wordsOf } from '../support/readme.ts'
import { storeConditions } from '../support/data/stored-conditions.ts'
import { ownTemporalAddress } from '../support/temporal/temporal-address.ts'
import { createTestDatabase } from '../support/services/test-database.ts'

const LONDON = 2643743
const TOKYO = 1850147

const database = withTestDatabase()
let home: string

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'weather247-home-'))
  await importCities(database.db, (await bundledCities()).slice(0, STARTER_CITIES))
})
afterAll(async () => {
  await rm(home, { recursive: true, force: true })
})

const run = (args: readonly string[], variables: Readonly<Record<string, string>> = {}) =>
  runCli(args, { HOME: home, DATABASE_URL: database.url, ...variables })

it('finds the cities of every example in a help text on a fresh instance', async () => {
  const examples: string[][] = []
  forEachCommand(createProgram(nothingRan()), (command) => {
    command.configureOutput({
      writeOut: (text) => {
        for (const [line] of text.matchAll(
          /^ {2}weather247 (refresh --cities|cities \w+ [^-\s]).*$/gm,
        )) {
          examples.push(wordsOf(line).slice(3))
        }
      },
    })
    command.outputHelp()
  })
  expect(examples.length).toBeGreaterThan(4)
  for (const words of examples) {
    const firstOption = words.findIndex((word) => word.startsWith('--'))
    const cities = firstOption === -1 ? words : words.slice(0, firstOption)
    expect(await findCities(database.db, cities)).toHaveLength(cities.length)
  }
})

it('switches a city off and on again', async () => {
  const off = await run(['cities', 'deactivate', 'London, United Kingdom', String(TOKYO), '--json'])
  expect({ code: off.code, ...(JSON.parse(off.out) as object) }).toMatchObject({
    code: 0,
    simulated: false,
    changed: expect.arrayContaining([
      expect.objectContaining({ id: LONDON, active: false }),
      expect.objectContaining({ id: TOKYO, active: false }),
    ]),
  })
  expect(off.err).toContain('Live data in the database of DATABASE_URL.')
  expect((await run(['cities', 'deactivate', 'Tokyo'])).out).toContain('1 city inactive already.')
  const on = await run(['cities', 'activate', 'london', 'tokyo'])
  expect(on).toMatchObject({ code: 0, out: expect.stringContaining('London, GB (id 2643743)') })
  expect((await run(['cities', 'activate', 'Atlantis'])).code).toBe(2)
})

it('removes a city with its weather, but not unasked', async () => {
  await storeConditions(database.db, LONDON, new Date())
  const unasked = await run(['cities', 'remove', 'London'])
  expect(unasked).toMatchObject({ code: 2, err: expect.stringContaining('--yes') })
  const count = async (table: typeof cityNames | typeof latestConditions | typeof refreshStates) =>
    database.db.$count(table, sql`city_id = ${LONDON}`)
  expect(await count(latestConditions)).toBe(1)
  const { code, out } = await run(['cities', 'remove', 'London', '--yes', '--json'])
  expect({ code, ...(JSON.parse(out) as object) }).toMatchObject({
    code: 0,
    removed: [{ id: LONDON }],
  })
  for (const table of [cityNames, latestConditions, refreshStates]) {
    expect(await count(table)).toBe(0)
  }
})

it('imports nothing of a file that is not all UTF-8', async () => {
  const file = join(home, 'cities.csv')
  const head = 'id,name,country,lat,lon,timezone\n1,Bonn,DE,1,1,UTC\n'
  await writeFile(file, Buffer.concat([Buffer.from(head), Buffer.from('2,K\u00f6ln', 'latin1')]))
  const { code, err } = await run(['cities', 'import', '--file', file])
  expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('line 3') })
  expect(await database.db.$count(cityNames, sql`city_id = 1`)).toBe(0)
})

it.each([
  ['cities', 'list'],
  ['cities', 'deactivate', 'London'],
  ['schedules', 'list'],
  ['task', 'show', 'refresh-all-cities'],
])('%s %s makes nothing where nothing is', async (...args) => {
  const nowhere = await mkdtemp(join(home, 'nowhere-'))
  const { code, err, out } = await run(args, { DATABASE_URL: '', HOME: nowhere })
  expect({ code, out }).toEqual({ code: 3, out: '' })
  expect(err).toContain(join(nowhere, '.local/share/weather247'))
  expect(await readdir(nowhere)).toEqual([])
})

it('a list leaves a database alone that is not ours yet', async () => {
  const empty = await createTestDatabase()
  await empty.db.execute(sql`drop table city_names; drop table installation`)
  const { code, err } = await run(['cities', 'list'], { DATABASE_URL: empty.url })
  expect({ code, err }).toMatchObject({
    code: 3,
    err: expect.stringContaining('weather247 migrate'),
  })
  const [row] = await empty.db.execute(sql`select to_regclass('installation') as found`)
  expect(row?.['found']).toBeNull()
  await empty.close()
})

it('says the task first, and at Ctrl+C how to see and stop it', async () => {
  const services = { DATABASE_URL: database.url, TEMPORAL_ADDRESS: ownTemporalAddress() }
  const args = [...PROGRAM, 'refresh', '--cities', 'Tokyo', '--wait']
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'], HOME: home, ...services },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  await expect.poll(() => out + err, { timeout: 60_000 }).toMatch(/Refresh started: \S+\n/)
  const taskId = /Refresh started: (\S+)/.exec(out)?.[1] ?? ''
  child.kill('SIGINT')
  expect(await once(child, 'close')).toEqual([130, null])
  expect(err).toContain(`It goes on as ${taskId}`)
  expect(err).toContain(`weather247 task cancel ${taskId}`)

  const shown = await run(['task', 'show', taskId, '--json'], services)
  expect({ code: shown.code, ...(JSON.parse(shown.out) as object) }).toMatchObject({
    code: 0,
    simulated: false,
    taskId,
    status: 'PENDING',
  })
  expect((await run(['task', 'cancel', taskId], services)).code).toBe(0)
  const { client, close } = connectTemporal({
    connection: { address: ownTemporalAddress() },
    namespace: 'default',
  })
  // Workers of the next test would take it up.
  await client.workflow.getHandle(parseTaskId(taskId)[0]?.workflowId ?? '').terminate()
  await close()
  const unknown = await run(['task', 'show', 'refresh-all-cities/none'], services)
  expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining('no task') })
  expect(existsSync(join(home, '.local'))).toBe(false)
})
