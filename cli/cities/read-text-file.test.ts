import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readTextFile } from './read-text-file.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weather247-file-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function fileOf(bytes: Uint8Array | string): Promise<string> {
  const file = join(folder, 'cities.csv')
  await writeFile(file, bytes)
  return file
}

it('reads UTF-8', async () => {
  expect(await readTextFile(await fileOf('id,name\n1,Łódź 東京 👍\n'))).toContain('Łódź 東京 👍')
})

it.each([
  ['Latin-1', Buffer.from('id,name\n1,Z\u00fcrich\n', 'latin1'), 2],
  ['UTF-16', Buffer.from('\ufeffid,name\n', 'utf16le'), 1],
  ['a cut character', Buffer.concat([Buffer.from('a\nb\nc'), Buffer.from([0xe6, 0x9d])]), 3],
  ['a surrogate', Buffer.concat([Buffer.from('a\nb\n'), Buffer.from([0xed, 0xa0, 0x80, 10])]), 3],
])('refuses %s, with the line', async (_, bytes, line) => {
  const file = await fileOf(bytes)
  await expect(readTextFile(file)).rejects.toThrow(`is no UTF-8: line ${line} `)
})

it('refuses what is too large, no file, or not there', async () => {
  const file = await fileOf('')
  await truncate(file, 64 * 1024 * 1024 + 1)
  await expect(readTextFile(file)).rejects.toThrow('more than 64 MiB')
  await expect(readTextFile(folder)).rejects.toThrow('is no file')
  await expect(readTextFile('/dev/zero')).rejects.toThrow('is no file')
  await expect(readTextFile(join(folder, 'none'))).rejects.toThrow('ENOENT')
})
