import { execSync, spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { createConnection } from 'node:net'
import { PGlite } from '@electric-sql/pglite'
import { expect, it, vi } from 'vitest'
import { opened } from './hermetic.ts'

it.each([
  ['a server', () => createServer().listen(0)],
  ['a connection', () => createConnection(1)],
  ['a process', () => spawn('true')],
  ['a process', () => execSync('true')],
])('%s fails a unit test (%#)', (what, open) => {
  expect(open).toThrow(what)
  expect(opened.splice(0)).toEqual([what])
})

it('a database fails a unit test', async () => {
  void PGlite.create()
  await vi.waitUntil(() => opened.length > 0, { timeout: 15_000 })
  expect(opened.splice(0)).toEqual(['a database'])
})
