import { tmpdir } from 'node:os'
import { expect, it } from 'vitest'
import { PartError, type PartEvent } from '../../platform/processes/index.ts'
import { partStartFailure } from './part-failure-text.ts'
import { partEventText as textOf } from './part-event-text.ts'

const DATA_DIR = tmpdir()
const partEventText = (event: PartEvent) => textOf(event, DATA_DIR)

it('shows the last lines of output of a part that died, in plain text', () => {
  const words = [
    ...Array.from({ length: 9 }, (_, index) => `line ${index}`),
    '{"level":"fatal","time":"2026","msg":"cannot start","err":{"message":"disk full"}}',
    '{"ready":"api"}',
    'x'.repeat(500),
  ]
  const failure = new PartError('api', 'exited with code 1', words)
  const lines = partEventText({ event: 'died', part: 'api', failure })?.split('\n') ?? []
  expect(lines[0]).toBe('✗ api exited with code 1; its last output:')
  expect(lines.slice(1).map((line) => line.trim().slice(0, 30))).toEqual([
    'line 5',
    'line 6',
    'line 7',
    'line 8',
    'fatal: cannot start: disk full',
    'x'.repeat(30),
  ])
})

it('needs no output, and is silent about what goes as planned', () => {
  const failure = new PartError('worker', 'was ended by SIGKILL', [])
  expect(partEventText({ event: 'died', part: 'worker', failure })).toContain('ended by SIGKILL')
  expect(partEventText({ event: 'stopped', part: 'worker' })).toBeUndefined()
  expect(partEventText({ event: 'ready', part: 'api', durationMs: 1_234 })).toBe(
    '✓ API is ready (1.2 s)',
  )
})

it('says of a long pause what it means, for every part', () => {
  const textOf = (part: string, delayMs: number) =>
    partEventText({ event: 'restarting', part, delayMs })
  expect(textOf('worker', 500)).toBe('… starting the worker again in 0.5 s')
  expect(textOf('worker', 300_000)).toBe(
    '… starting the worker again in 5 min; until then nothing is refreshed; stored weather is served',
  )
  for (const part of ['temporal', 'database', 'emulator', 'api']) {
    expect(textOf(part, 16_000)).toMatch(/ in 16 s; until then .+/)
  }
})

it('says that everything is stopped where a part cannot come back', () => {
  const failure = new PartError('database', 'exited with code 78', [])
  expect(partEventText({ event: 'gaveUp', part: 'database', failure })).toBe(
    '✗ the database cannot come back: everything is stopped',
  )
})

const sqliteIsFull = new PartError('temporal', 'exited with code 1', [
  '{"level":"ERROR","msg":"failed setting up schema: database or disk is full (13)"}',
])

it('calls a full disk by its name when a part dies of it', () => {
  const news = partEventText({ event: 'died', part: 'temporal', failure: sqliteIsFull })
  expect(news).toMatch(
    /\n {2}the disk is full: \S+temporal\.db \([\d,]+ (MB|bytes) free\); free some/,
  )
})

it('ends a start with what the system refused, not with a guess about the data', () => {
  const layout = { config: { dataDir: DATA_DIR }, logDir: '/logs' }
  const { message, next } = partStartFailure(sqliteIsFull, layout)
  expect(message).toMatch(/^the disk is full: .*\ntemporal exited with code 1; its last output:/)
  expect(next).toMatch(/^free some space.*\/logs\/temporal\.log$/)
  const corrupt = new PartError('database', 'exited with code 1', ['invalid page in block 7'])
  expect(partStartFailure(corrupt, layout).next).toContain('is damaged, move it away')
  const worker = new PartError('worker', 'exited with code 1', ['permission denied for table x'])
  expect(partStartFailure(worker, layout).next).toContain('correct what it names')
})
