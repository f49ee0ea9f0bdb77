import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operationsOf } from '../support/api/described-operations.ts'
import { exampleRequest, type Known } from '../support/api/example-request.ts'
import { startProduct, type Product } from '../support/processes/product.ts'
import { callOf, documentedLines } from '../support/readme.ts'
import { until } from '../support/until.ts'

const DOCUMENTED_PLACE = 'http://127.0.0.1:8247'

const calls = documentedLines('docs/api.md').filter((line) => line.startsWith('curl '))
const operations = operationsOf(
  JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8')) as {
    paths: Record<string, object>
  },
)

/** What a new demo has nothing for. */
const REFUSED: Readonly<Record<string, string>> = {
  'DELETE /api/weather/monitoring/task/{taskId}': 'task-closed',
}

describe('the HTTP API of a demo', () => {
  let product: Product
  let known: Known

  beforeAll(async () => {
    product = await startProduct('demo')
    const tasks = await fetch(`${product.url}/api/weather/monitoring/tasks?limit=1`)
    const [task] = ((await tasks.json()) as { tasks: { task_id: string }[] }).tasks
    await analyticsAreThere(product.url)
    known = { taskId: task?.task_id ?? '' }
  })
  afterAll(() => product.close())

  it.each(calls)('%s', async (line) => {
    const { url, ...request } = callOf(line)
    expect(url).toContain(DOCUMENTED_PLACE)
    expect(await refusalOf(url.replace(DOCUMENTED_PLACE, product.url), request)).toBeUndefined()
  })

  it.each(operations)('$method $path, as its examples ask', async (operation) => {
    const { path, ...request } = exampleRequest(operation, known)
    const refusal = await refusalOf(`${product.url}${path}`, request)
    expect(refusal?.kind, JSON.stringify(refusal)).toBe(
      REFUSED[`${operation.method} ${operation.path}`],
    )
  })
})

async function analyticsAreThere(url: string): Promise<void> {
  const schedule = `${url}/api/weather/schedules/generate-weather-analytics`
  await fetch(`${schedule}/trigger`, { method: 'POST' })
  const dashboard = `${url}/api/weather/analytics/dashboard`
  await until(async () => (await fetch(dashboard)).ok, { what: 'analytics of a first run' })
}

interface Asked {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
}

/** The problem with which it was refused. A stream is left once it has begun. */
async function refusalOf(url: string, { method, headers, body }: Asked) {
  const answer = await fetch(url, { method, headers, ...(body !== undefined && { body }) })
  if (!answer.ok) return (await answer.json()) as { readonly kind: string }
  await answer.body?.cancel()
  return undefined
}
