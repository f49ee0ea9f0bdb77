import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { NOW } from '../test/support/api/test-api.ts'
import { KNOWN_CITIES } from '../test/support/data/known-cities.ts'
import { storeConditions } from '../test/support/data/stored-conditions.ts'
import { withTestApi } from '../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../test/support/fixtures/with-test-database.ts'
import { operationsOf } from '../test/support/api/described-operations.ts'
import { requestsTo, type FuzzRequest } from '../test/support/fuzz/http-requests.ts'
import { describedApi } from '../scripts/docs/openapi.ts'

const REQUESTS_PER_OPERATION = 20
/** The same requests each time: what fails here was broken by the change at hand. */
const SEED = 20_261_127

const operations = operationsOf(await describedApi())
const database = withTestDatabase({ cities: KNOWN_CITIES })
const api = withTestApi({ database })

beforeAll(async () => {
  for (const { id } of KNOWN_CITIES) await storeConditions(database.db, id, NOW)
})

test('there is something to ask', () => {
  expect(operations.length).toBeGreaterThan(20)
})

/** Statuses that were answered, by operation. */
const answered = new Map<string, Set<number>>()

test.each(operations)(
  'whatever is asked of $method $path, the server answers, and blames itself for nothing',
  async (operation) => {
    const statuses = new Set<number>()
    answered.set(`${operation.method} ${operation.path}`, statuses)
    const property = fc.asyncProperty(requestsTo(operation), async (request) => {
      statuses.add(await answers(request))
    })
    await fc.assert(property, { numRuns: REQUESTS_PER_OPERATION, seed: SEED })
  },
)

test('every operation was reached: some of its requests were refused by no schema', () => {
  const unreached = [...answered].filter(([, statuses]) => [...statuses].every(isRefusal))
  expect(unreached.map(([operation]) => operation)).toEqual([])
})

const isRefusal = (status: number): boolean => status === 400

/** Headers first: some answers are streams without an end. */
async function answers({ method, ...request }: FuzzRequest): Promise<number> {
  const answer = await api.app.inject({
    ...request,
    method: method as 'GET',
    payloadAsStream: true,
  })
  const stream = answer.stream()
  try {
    expect(answer.statusCode).toBeLessThan(500)
    if (answer.statusCode < 400) return answer.statusCode
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    const { status } = JSON.parse(await textOf(stream)) as { status: number }
    expect(status).toBe(answer.statusCode)
    return status
  } finally {
    stream.destroy()
  }
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
