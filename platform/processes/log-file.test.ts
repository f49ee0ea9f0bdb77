import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, unlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { LogFile } from './log-file.ts'

const newFile = () => path.join(mkdtempSync(path.join(tmpdir(), 'log-')), 'logs', 'part.log')

test('appends to what an earlier run wrote', () => {
  const file = newFile()
  for (const line of ['first run', 'second run']) {
    const log = new LogFile(file)
    log.append(line)
    log.close()
  }
  expect(readFileSync(file, 'utf8')).toBe('first run\nsecond run\n')
})

test('keeps one older file and never more', () => {
  const file = newFile()
  const log = new LogFile(file, 10)
  for (const line of ['a'.repeat(12), 'b'.repeat(12), 'c'.repeat(12)]) log.append(line)
  log.close()
  expect(readFileSync(file, 'utf8')).toBe('cccccccccccc\n')
  expect(readFileSync(`${file}.1`, 'utf8')).toBe('bbbbbbbbbbbb\n')
})

test('goes on filling the new file after a rotation', () => {
  const file = newFile()
  const log = new LogFile(file, 10)
  for (const letter of ['a', 'b', 'c', 'd']) log.append(letter.repeat(5))
  log.close()
  expect(readFileSync(`${file}.1`, 'utf8')).toBe('aaaaa\nbbbbb\n')
  expect(readFileSync(file, 'utf8')).toBe('ccccc\nddddd\n')
})

test('a closed log swallows late lines', () => {
  const log = new LogFile(newFile())
  log.close()
  expect(() => {
    log.append('late')
  }).not.toThrow()
})

test('a full disk loses lines, and says how many once there is room again', () => {
  const file = newFile()
  mkdirSync(path.dirname(file), { recursive: true })
  symlinkSync('/dev/full', file)
  const log = new LogFile(file)
  for (const line of ['lost', 'lost too']) log.append(line)
  unlinkSync(file)
  for (const line of ['kept', 'kept too']) log.append(line)
  log.close()
  expect(readFileSync(file, 'utf8')).toBe(
    '(2 lines are lost: this file could not be written)\nkept\nkept too\n',
  )
})

test('a rotation that fails loses lines until it works again', () => {
  const file = newFile()
  const log = new LogFile(file, 10)
  log.append('a'.repeat(12))
  mkdirSync(path.join(`${file}.1`, 'in the way'), { recursive: true })
  for (const line of ['lost', 'lost too']) log.append(line)
  rmSync(`${file}.1`, { recursive: true })
  log.append('kept')
  log.close()
  expect(readFileSync(file, 'utf8')).toMatch(/^\(2 lines are lost.*\)\nkept\n$/)
  expect(readFileSync(`${file}.1`, 'utf8')).toBe('aaaaaaaaaaaa\n')
})
