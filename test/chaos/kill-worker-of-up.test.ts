import { afterAll, beforeAll, expect, it } from 'vitest'
import { processTree } from '../support/processes/process-tree.ts'
import { startProduct, type Product } from '../support/processes/product.ts'
import { until } from '../support/until.ts'

const KILLS = 7

let product: Product
beforeAll(async () => {
  product = await startProduct('demo')
})
afterAll(() => product.close())

const workerPid = (): number | undefined =>
  processTree(product.process.pid ?? 0).find(({ command }) => command.includes(' worker --part'))
    ?.pid

it('the API stays while the worker is killed seven times, and the worker comes back', async () => {
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await until(() => workerPid() !== undefined, { what: 'a worker', timeoutMs: 120_000 })
    const pid = workerPid()!
    process.kill(pid, 'SIGKILL')
    await until(() => workerPid() !== pid, { what: 'its end' })
    const { status } = await fetch(`${product.url}/api/weather/cities?limit=1`)
    expect({ kill, status }).toEqual({ kill, status: 200 })
  }
  expect(product.output()).toContain('until then nothing is refreshed; stored weather is served')
  const readies = () => product.output().match(/worker is ready/g)?.length ?? 0
  await until(() => readies() > 1 && workerPid() !== undefined, {
    what: 'the last start',
    timeoutMs: 180_000,
  })
  expect(product.process.exitCode).toBeNull()
  expect(await product.end('SIGTERM')).toBe(0)
})
