import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readBoundedText } from './bounded-text-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'weather247-text-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function fileOf(content: string | Buffer): string {
  const file = join(folder, 'file')
  writeFileSync(file, content)
  return file
}

test('text comes back as it is, without a byte order mark', () => {
  expect(readBoundedText(fileOf('Zürich\n東京\n'), 100)).toBe('Zürich\n東京\n')
  expect(readBoundedText(fileOf('\uFEFFkey'), 100)).toBe('key')
  expect(readBoundedText(fileOf(''), 100)).toBe('')
})

test.each([
  ['a NUL', Buffer.from('ab\0c'), 'has a NUL at byte 3'],
  ['Latin-1', Buffer.from('first\nZ\xFCrich\n', 'latin1'), 'is not UTF-8: see line 2'],
  ['UTF-16', Buffer.from('key', 'utf16le'), 'has a NUL at byte 2'],
  ['a letter cut in half', Buffer.from('a\nb\nü').subarray(0, 5), 'see line 3'],
  ['a lone surrogate', Buffer.from([0xed, 0xa0, 0x80]), 'see line 1'],
  ['more than it may hold', Buffer.alloc(101, 'x'), 'is larger than 100 bytes'],
])('%s is refused', (_, content, words) => {
  expect(() => readBoundedText(fileOf(content), 100)).toThrow(words)
})

test('a device without an end ends', () => {
  expect(() => readBoundedText('/dev/zero', 1_000)).toThrow('is larger than 1,000 bytes')
})

test('a directory and a missing file are the system’s to refuse', () => {
  expect(() => readBoundedText(folder, 100)).toThrow('EISDIR')
  expect(() => readBoundedText(join(folder, 'absent'), 100)).toThrow('ENOENT')
})
