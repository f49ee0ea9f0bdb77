import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openLogFile } from './log-file.ts'

const newFile = () => path.join(mkdtempSync(path.join(tmpdir(), 'log-')), 'logs', 'part.log')

test('appends to what an earlier run wrote', () => {
  const file = newFile()
  for (const line of ['first run', 'second run']) {
    const log = openLogFile(file)
    log.append(line)
    log.close()
  }
  expect(readFileSync(file, 'utf8')).toBe('first run\nsecond run\n')
})

test('keeps one older file and never more', () => {
  const file = newFile()
  const log = openLogFile(file, 10)
  for (const line of ['a'.repeat(12), 'b'.repeat(12), 'c'.repeat(12)]) log.append(line)
  log.close()
  expect(readFileSync(file, 'utf8')).toBe('cccccccccccc\n')
  expect(readFileSync(`${file}.1`, 'utf8')).toBe('bbbbbbbbbbbb\n')
})

test('a closed log swallows late lines', () => {
  const log = openLogFile(newFile())
  log.close()
  expect(() => log.append('late')).not.toThrow()
})
