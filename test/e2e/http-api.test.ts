import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseCsv } from '../../cli/cities/parse-csv.ts'
import { createWeather247Client } from '../../client/index.ts'
import { operationsOf } from '../support/api/described-operations.ts'
import { exampleRequest, type Known } from '../support/api/example-request.ts'
import { readEvents } from '../support/api/read-events.ts'
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
  'POST /api/weather/monitoring/task/{taskId}/cancel': 'task-closed',
  'POST /api/weather/monitoring/task/{taskId}/terminate': 'task-closed',
  'POST /api/weather/monitoring/alerts/{alertId}/acknowledge': 'unknown-alert',
  'POST /api/weather/monitoring/alerts/{alertId}/resolve': 'unknown-alert',
  'GET /api/weather/incidents/{incidentId}': 'unknown-incident',
  'POST /api/weather/incidents/{incidentId}/close': 'unknown-incident',
  'POST /api/weather/failovers/{incidentId}/resolve': 'unknown-incident',
}

/** The refresh that the documents stop has ended before. */
const refusalOfCall = (line: string): string | undefined =>
  /\/task\/\S+\/(?:cancel|terminate)/.test(line) ? 'task-closed' : undefined

describe('the HTTP API of a demo', () => {
  let product: Product
  let known: Known

  beforeAll(async () => {
    product = await startProduct('demo')
    const tasks = await fetch(`${product.url}/api/weather/monitoring/tasks?limit=1`)
    const [task] = ((await tasks.json()) as { tasks: { task_id: string }[] }).tasks
    await analyticsAreThere(product.url)
    // Whether a new demo has had an incident or an alert depends on its hour and the minute's quota.
    const unknown = '999999999'
    known = { taskId: task?.task_id ?? '', incidentId: unknown, alertId: unknown }
  })
  afterAll(() => product.close())

  it('is driven by the typed client from a search to the history of a new city', async () => {
    const client = createWeather247Client({ baseUrl: product.url })
    const search = await client.GET('/api/weather/cities/search', {
      params: { query: { q: 'reykjav', country: 'IS' } },
    })
    const hit = search.data?.cities[0]
    expect(hit).toMatchObject({ name: 'Reykjavík', is_stored: false })
    const cityId = hit?.id ?? 0

    const added = await client.POST('/api/weather/cities/add', { body: { geonames_id: cityId } })
    expect(added.response.status).toBe(201)

    const refresh = () =>
      client.POST('/api/weather/monitoring/refresh', {
        body: { cities: [cityId] },
        params: { header: { 'idempotency-key': 'flow-1' } },
      })
    const [first, second] = [await refresh(), await refresh()]
    expect(first.response.status).toBe(202)
    expect(second.data).toEqual(first.data)
    expect(second.response.headers.get('idempotent-replayed')).toBe('true')
    const [task] = first.data && 'tasks' in first.data ? first.data.tasks : []
    const taskId = task?.task_id ?? ''

    const stream = await fetch(`${product.url}/api/weather/monitoring/task/${taskId}/events`)
    const last = (await readEvents(stream)).at(-1)
    expect(last).toMatchObject({ event: 'result', data: { status: 'SUCCESS' } })

    const path = { cityId }
    const current = await client.GET('/api/weather/current/{cityId}', { params: { path } })
    expect(current.data?.conditions.temperature).toBeTypeOf('number')
    const forecast = await client.GET('/api/weather/forecast/{cityId}', { params: { path } })
    expect(forecast.data?.days.length).toBeGreaterThan(0)
    const air = await client.GET('/api/weather/air-quality/{cityId}', { params: { path } })
    expect(air.data?.air_quality.pm2_5).toBeTypeOf('number')

    // The first reading may be of the minutes before midnight there.
    const query = { interval: 'raw', days: 2 } as const
    const history = await client.GET('/api/weather/historical/{cityId}', {
      params: { path, query },
    })
    const readings = history.data?.readings ?? []
    expect(history.data).toMatchObject({ city: { id: cityId } })
    expect(readings.length).toBeGreaterThan(0)
    const csv = await client.GET('/api/weather/historical/{cityId}', {
      params: { path, query: { ...query, format: 'csv' } },
      parseAs: 'text',
    })
    expect(csv.response.headers.get('content-type')).toContain('text/csv')
    const [header = [], ...lines] = parseCsv(String(csv.data)).rows.map(({ fields }) => fields)
    const shown = lines.slice(0, readings.length).map((line) => {
      const cellOf = (name: string) => line[header.indexOf(name)]
      return [
        ...[cellOf('city_id'), cellOf('valid_at'), cellOf('providers')],
        cellOf('temperature (°C)'),
      ]
    })
    expect(shown).toEqual(
      readings.map(({ valid_at, provider, conditions }) => [
        ...[String(cityId), valid_at, provider],
        String(conditions.temperature),
      ]),
    )
  })

  it.each(calls)('%s', async (line) => {
    const { url, ...request } = callOf(line)
    expect(url).toContain(DOCUMENTED_PLACE)
    const refusal = await refusalOf(url.replace(DOCUMENTED_PLACE, product.url), request)
    expect(refusal?.kind, JSON.stringify(refusal)).toBe(refusalOfCall(line))
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
  const dashboard = `${url}/api/weather/analytics/dashboard`
  await until(async () => (await fetch(dashboard)).ok, {
    what: 'analytics of the run at a first start',
    timeoutMs: 180_000,
  })
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
