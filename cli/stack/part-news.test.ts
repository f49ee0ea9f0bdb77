import { expect, it } from 'vitest'
import { PartFailure } from '../../platform/processes/index.ts'
import { partNews } from './part-news.ts'

it('tells of a death in plain words, the last few of them', () => {
  const words = [
    ...Array.from({ length: 9 }, (_, index) => `line ${index}`),
    '{"level":"fatal","time":"2026","msg":"cannot start","err":{"message":"disk full"}}',
    '{"ready":"api"}',
    'x'.repeat(500),
  ]
  const failure = new PartFailure('api', 'exited with code 1', words)
  const lines = partNews({ event: 'died', part: 'api', failure })?.split('\n') ?? []
  expect(lines[0]).toBe('✗ api exited with code 1; it said last:')
  expect(lines.slice(1).map((line) => line.trim().slice(0, 30))).toEqual([
    'line 5',
    'line 6',
    'line 7',
    'line 8',
    'fatal: cannot start: disk full',
    'x'.repeat(30),
  ])
})

it('needs no last words, and keeps quiet about what goes as planned', () => {
  const failure = new PartFailure('worker', 'was ended by SIGKILL', [])
  expect(partNews({ event: 'died', part: 'worker', failure })).toContain('ended by SIGKILL')
  expect(partNews({ event: 'stopped', part: 'worker' })).toBeUndefined()
  expect(partNews({ event: 'ready', part: 'api', durationMs: 1_234 })).toBe(
    '✓ API is ready (1.2 s)',
  )
})
