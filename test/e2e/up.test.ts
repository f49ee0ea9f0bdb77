import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STARTER_CITIES } from '../../cli/cities/starter-cities.ts'
import { startEmulator, type Emulator } from '../../emulator/index.ts'
import { startPlainTemporal, type PlainTemporal } from '../support/temporal/plain-temporal.ts'
import { processTree, stillRunning } from '../support/processes/process-tree.ts'
import { startProduct, type Product } from '../support/processes/product.ts'
import {
  createTestDatabase,
  postgresUrl,
  redisUrl,
  type TestDatabase,
} from '../support/services/test-database.ts'
import { until } from '../support/until.ts'

const SCHEDULE = ['--schedule-id', 'refresh-all-cities']
const MINUTE = 60_000
/** The supervisor, the workers and the API. */
const PARTS = 3

interface Current {
  readonly served_from: 'cache' | 'database'
}

describe.skipIf(postgresUrl === undefined)('up, on services that are all external', () => {
  let temporal: PlainTemporal
  let database: TestDatabase
  let emulator: Emulator
  let product: Product

  beforeAll(async () => {
    temporal = await startPlainTemporal()
    database = await createTestDatabase('postgres')
    emulator = await startEmulator()
    product = await startProduct('up', {
      TEMPORAL_ADDRESS: temporal.address,
      DATABASE_URL: database.url,
      ...(redisUrl !== undefined && { REDIS_URL: redisUrl }),
      OPEN_METEO_BASE_URL: emulator.baseUrls['open-meteo'],
      MET_NORWAY_BASE_URL: emulator.baseUrls['met-norway'],
      NWS_BASE_URL: emulator.baseUrls.nws,
      AVIATION_WEATHER_BASE_URL: emulator.baseUrls['aviation-weather'],
    })
  })
  afterAll(async () => {
    await product.close()
    await Promise.all([emulator.close(), database.close(), temporal.close()])
  })

  const firstRefreshIsOver = async (): Promise<boolean> => {
    const query = `WorkflowType = 'refreshAllCities' AND ExecutionStatus = 'Completed'`
    const { stdout } = await product.run(['temporal', 'workflow', 'count', '--query', query])
    return /[1-9]/.test(stdout)
  }

  const isPaused = async (): Promise<boolean> => {
    const about = await product.run(['temporal', 'schedule', 'describe', ...SCHEDULE, '-o', 'json'])
    expect(about).toMatchObject({ code: 0, stderr: '' })
    const { schedule } = JSON.parse(about.stdout) as { schedule: { state: { paused?: boolean } } }
    return schedule.state.paused ?? false
  }

  it('adds the search attributes it needs, and leaves the retention alone', async () => {
    expect(product.output()).toContain('WeatherTrigger, WeatherRunKind, WeatherCityId')
    expect(await temporal.retentionMs()).toBe(temporal.ownRetentionMs)
  })

  it('has refreshed every starter city, and serves the second call from the cache', async () => {
    const response = await fetch(`${product.url}/api/weather/cities?limit=1000`)
    const { cities } = (await response.json()) as { cities: { id: number }[] }
    expect(cities).toHaveLength(STARTER_CITIES)
    // `up` shows its first refresh for a while only: on a busy machine it may not be over yet.
    await until(firstRefreshIsOver, { what: 'the first refresh has ended', timeoutMs: 180_000 })
    for (const { id } of cities) {
      const answers: Current[] = []
      for (const _ of [1, 2]) {
        const answer = await fetch(`${product.url}/api/weather/current/${id}`)
        expect(answer.status).toBe(200)
        answers.push((await answer.json()) as Current)
      }
      expect(answers[1]).toMatchObject({ served_from: 'cache' })
    }
  })

  it('shows the limits of every provider that is asked', async () => {
    const text = await (await fetch(`${product.url}/metrics`)).text()
    expect(text).toMatch(/quota_limit\{provider="open-meteo",window="day"\} \d/)
  })

  it('marks the installation as one with live data', () => {
    expect(existsSync(`${product.dataDir}/live-data`)).toBe(true)
  })

  it('ends without leaving a process, and leaves a paused schedule paused', async () => {
    expect(await isPaused()).toBe(false)
    const toggle = ['temporal', 'schedule', 'toggle', ...SCHEDULE, '--pause', '--reason', 'x']
    expect((await product.run(toggle)).code).toBe(0)
    const tree = processTree(product.process.pid ?? 0)
    expect(tree.length).toBeGreaterThanOrEqual(PARTS)
    expect(await product.end('SIGTERM')).toBe(0)
    expect(stillRunning(tree)).toEqual([])

    await product.start()
    await expect
      .poll(() => product.output(), { timeout: MINUTE, interval: 250 })
      .toContain('refresh-all-cities: paused')
    expect(await isPaused()).toBe(true)
    expect(await product.end('SIGTERM')).toBe(0)
  })
})

describe('up, on services that do not answer', () => {
  it.each([
    ['TEMPORAL_ADDRESS', '127.0.0.1:1'],
    ['TEMPORAL_ADDRESS', 'foo bar'],
    ['DATABASE_URL', 'postgres://user:hushhush@127.0.0.1:1/weather'],
  ])('names %s=%s, and exits with 3', async (name, value) => {
    const start = startProduct('up', { [name]: value })
    await expect(start).rejects.toThrow(new RegExp(`^ended with 3:[^]*${name}`))
    await expect(start).rejects.not.toThrow('hushhush')
  })
})
