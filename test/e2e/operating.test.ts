import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startProduct, type Product } from '../support/processes/product.ts'
import { callOf, documentedLines, wordsOf } from '../support/readme.ts'
import {
  startTemporalServer,
  type TestTemporalServer,
} from '../support/temporal/temporal-server.ts'
import { createTestDatabase, type TestDatabase } from '../support/services/test-database.ts'
import { until } from '../support/until.ts'

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

const lines = documentedLines('docs/operating.md')
const calls = lines.filter((line) => line.startsWith('curl '))
const workers = lines.filter((line) => line.startsWith('npx weather247 worker '))
const commands = lines.filter((line) => line.startsWith('npx ') && !workers.includes(line))

describe('what docs/operating.md says', () => {
  let product: Product
  let database: TestDatabase
  let temporal: TestTemporalServer

  beforeAll(async () => {
    product = await startProduct('demo')
    database = await createTestDatabase()
    temporal = await startTemporalServer()
  })
  afterAll(async () => {
    await product.close()
    await database.close()
    await temporal.close()
  })

  it('is run line by line', () => {
    expect([...calls, ...workers, ...commands].sort()).toEqual([...lines].sort())
  })

  it.each(commands)('%s', async (line) => {
    const { code, stdout, stderr } = await product.run(wordsOf(line).slice(2))
    expect(stderr).not.toMatch(/error/i)
    expect({ code, line }).toEqual({ code: 0, line })
    if (!line.includes(' list ')) expect(stdout).not.toBe('')
  })

  it.each(calls)('%s', async (line) => {
    const response = await fetch(callOf(line).url.replace('http://127.0.0.1:8247', product.url))
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ queues_without_worker: [] })
  })

  it.each(workers)('%s', async (line) => {
    const { PATH = '', HOME = '' } = process.env
    const worker = spawn(process.execPath, [MAIN, ...wordsOf(line).slice(2)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH,
        HOME,
        TEMPORAL_ADDRESS: temporal.address,
        DATABASE_URL: database.url,
        WEATHER247_LOG_FORMAT: 'json',
      },
    })
    let printed = ''
    for (const stream of [worker.stdout, worker.stderr]) {
      stream.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    }
    await until(() => printed.includes('workers started') || worker.exitCode !== null, {
      what: 'workers that started',
    })
    const [, queues = ''] = /--queues (\S+)/.exec(line) ?? []
    expect(printed).toContain(JSON.stringify(queues.split(',')))
    worker.kill('SIGTERM')
    expect(await once(worker, 'exit')).toEqual([0, null])
  })
})
