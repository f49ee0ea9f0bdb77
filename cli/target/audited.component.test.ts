import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import type { Command } from 'commander'
import { sql } from 'drizzle-orm'
import { expect, it, test } from 'vitest'
import { listAuditEvents } from '../../db/queries/audit-events.ts'
import { KNOWN_CITIES, REYKJAVIK } from '../../test/support/data/known-cities.ts'
import { withPrintedOutput } from '../../test/support/fixtures/with-printed-output.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { toConnectedConfig } from '../../platform/config/connected-config.ts'
import { readEnv } from '../../platform/config/env.ts'
import { nothingRan } from '../command-runner.ts'
import { createProgram, forEachCommand } from '../program.ts'
import { runCommand } from '../run-command.ts'
import { auditedAt } from './audited.ts'

const database = withTestDatabase({ cities: KNOWN_CITIES })
const printed = withPrintedOutput(database)
const api = withTestApi({ database })

const RECEIVER = 'https://hooks.example.org'
const CITY = String(REYKJAVIK.id)
const FROST = ['--name', 'frost', '--field', 'temperature', '--below', '0']

/** What is typed after the command, the fields that the audit has, and the exit status. */
const CHANGES: readonly (readonly [string, readonly string[], object | null, number])[] = [
  ['tokens create', ['--name', 'ci', '--role', 'read'], { name: 'ci', role: 'read' }, 0],
  ['tokens create', ['--name', 'ci', '--role', 'read'], { name: 'ci', role: 'read' }, 2],
  ['tokens revoke', ['ci', '--forget'], { name: 'ci', forget: true }, 0],
  ['cities import', ['--country', 'IS'], { country: 'IS' }, 0],
  ['cities deactivate', [CITY], { cities: [CITY] }, 0],
  ['cities activate', [CITY], { cities: [CITY] }, 0],
  ['cities promise', [CITY, '--within', '30'], { cities: [CITY], within: 30 }, 0],
  ['cities remove', [CITY, '--yes'], { cities: [CITY] }, 0],
  ['thresholds create', FROST, { name: 'frost', side: 'below', value: 0 }, 0],
  ['thresholds presets', [], null, 0],
  ['thresholds delete', ['frost'], { name: 'frost' }, 0],
  [
    'webhooks create',
    ['--name', 'on-call', '--url', `${RECEIVER}/q8Zr4TnB2xWm`],
    { name: 'on-call', url: `${RECEIVER}/[secret]` },
    0,
  ],
  ['webhooks delete', ['on-call'], { name: 'on-call' }, 0],
  ['providers test', ['weatherapi'], { provider: 'weatherapi' }, 2],
]

/** Written down as well, at the Temporal server or with a worker, which this test has not. */
const CHANGES_WITH_TEMPORAL = [
  'cleanup',
  'scheduler',
  'schedules apply',
  'schedules pause',
  'schedules resume',
  'webhooks test',
]

/** Reading ones, those that start processes or runs only, and those with a record of their own. */
const NOT_AUDITED = [
  ...['up', 'demo break', 'demo lose', 'demo mend', 'migrate', 'worker', 'api', 'open', 'temporal'],
  ...['refresh', 'schedules trigger', 'schedules backfill', 'task cancel', 'complete'],
  ...['cities list', 'thresholds list', 'tokens list', 'webhooks list', 'schedules list'],
  ...['providers enable', 'providers disable', 'providers priority', 'providers limits'],
  ...['schedules describe', 'providers list', 'providers show', 'task show', 'task watch', 'watch'],
  ...['explain', 'plan', 'simulate', 'incidents', 'disagreements'],
]

const run = (words: string, ...args: readonly string[]) =>
  printed(() => runCommand([...words.split(' '), ...args]))

it.each(CHANGES)('E60: %s %j is written down', async (words, args, fields, status) => {
  const { code, err } = await run(words, ...args)
  expect(code, err).toBe(status)
  const [event] = await listAuditEvents(database.db, { limit: 1 })
  expect(event).toMatchObject({ method: 'CLI', route: words, status, requestId: null })
  expect(event?.caller).toMatch(/^cli(:.+)?$/)
  expect(event?.endedAt).toBeInstanceOf(Date)
  const written: unknown = event?.fields == null ? null : JSON.parse(event.fields)
  if (fields === null) expect(written).toBeNull()
  else expect(written).toMatchObject(fields)
})

test('E60: the API lists them, and they hold no secret', async () => {
  const answer = await api.app.inject('/api/weather/monitoring/audit')
  const { events } = answer.json<{ events: { route: string }[] }>()
  expect(events.map(({ route }) => route).reverse()).toEqual(CHANGES.map(([words]) => words))
  expect(answer.body).not.toContain('q8Zr4TnB2xWm')
})

test('what only reads leaves no trace', async () => {
  const { code } = await run('cities list')
  expect(code).toBe(0)
  expect(await listAuditEvents(database.db, { limit: 100 })).toHaveLength(CHANGES.length)
})

test('a change that cannot be written down happens, and says so', async () => {
  await database.db.execute(sql`alter table audit_events rename to away`)
  const { code, err } = await run('tokens create', '--name', 'night', '--role', 'read')
  await database.db.execute(sql`alter table away rename to audit_events`)
  expect(code).toBe(0)
  expect(err).toContain('The audit lacks this change')
  expect((await run('tokens list')).out).toContain('night')
})

test('what changes at the Temporal server does not wait for a database that hangs', async () => {
  const silent = createServer()
  silent.listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as AddressInfo
  const config = toConnectedConfig(
    readEnv({ DATABASE_URL: `postgres://127.0.0.1:${port}/none`, TEMPORAL_ADDRESS: 'a:1' }),
  )
  const change = { command: 'schedules pause', fields: {} }
  const paused: string[] = []
  const { code, err } = await printed(() =>
    auditedAt({ config }, change, async () => paused.push('refresh-all-cities')),
  )
  silent.close()
  expect({ code, paused }).toEqual({ code: 1, paused: ['refresh-all-cities'] })
  expect(err).toContain('The audit lacks this change')
  expect(err).toContain('has not answered within 2 s')
})

test('each command is said to be audited or not', () => {
  const all: string[] = []
  forEachCommand(createProgram(nothingRan()), (command) => {
    if (command.commands.length === 0) all.push(wordsOf(command))
  })
  const named = [...CHANGES.map(([words]) => words), ...CHANGES_WITH_TEMPORAL, ...NOT_AUDITED]
  expect([...new Set(named)].sort()).toEqual(all.sort())
})

function wordsOf(command: Command): string {
  const { parent } = command
  return parent?.parent ? `${wordsOf(parent)} ${command.name()}` : command.name()
}
