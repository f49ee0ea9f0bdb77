import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operationsOf } from '../support/api/described-operations.ts'
import { exampleRequest, type Known } from '../support/api/example-request.ts'
import { startProduct, type Product } from '../support/processes/product.ts'
import { callOf, documentedLines } from '../support/readme.ts'

const DOCUMENTED_PLACE = 'http://127.0.0.1:8247'

const calls = documentedLines('docs/api.md').filter((line) => line.startsWith('curl '))
const operations = operationsOf(
  JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8')) as {
    paths: Record<string, object>
  },
)

describe('the HTTP API of a demo', () => {
  let product: Product
  let known: Known

  beforeAll(async () => {
    product = await startProduct('demo')
    const tasks = await fetch(`${product.url}/api/weather/monitoring/tasks?limit=1`)
    const [task] = ((await tasks.json()) as { tasks: { task_id: string }[] }).tasks
    known = { taskId: task?.task_id ?? '' }
  })
  afterAll(() => product.close())

  it.each(calls)('%s', async (line) => {
    const { url, method, headers, body } = callOf(line)
    expect(url).toContain(DOCUMENTED_PLACE)
    const answer = await fetch(url.replace(DOCUMENTED_PLACE, product.url), {
      method,
      headers,
      ...(body !== undefined && { body }),
    })
    expect({ status: answer.status, text: answer.ok || (await answer.text()) }).toEqual({
      status: expect.toBeOneOf([200, 201, 202]) as number,
      text: true,
    })
    await answer.body?.cancel()
  })

  it.each(operations)('$method $path, as its examples ask', async (operation) => {
    const { method, path, headers, body } = exampleRequest(operation, known)
    const answer = await fetch(`${product.url}${path}`, {
      method,
      headers,
      ...(body !== undefined && { body }),
    })
    expect({ status: answer.status, text: answer.ok || (await answer.text()) }).toEqual({
      status: expect.toBeOneOf([200, 201, 202]) as number,
      text: true,
    })
    await answer.body?.cancel()
  })
})
