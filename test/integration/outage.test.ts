import { beforeAll, describe, expect, it } from 'vitest'
import { conditions } from '../../db/schema/index.ts'
import { withRefreshStack } from '../support/fixtures/with-refresh-stack.ts'
import { someCities } from '../support/data/some-cities.ts'

const CITIES = someCities(10_000)

describe('10 000 cities with every provider down', () => {
  const stack = withRefreshStack({ cities: CITIES })

  beforeAll(async () => {
    stack.emulator.control.setFaults([
      { provider: 'open-meteo', kind: 'status', status: 500 },
      { provider: 'met-norway', kind: 'status', status: 500 },
    ])
  })

  it('do not become 10 000 children, requests or rows', async () => {
    const run = await stack.startRefreshAll()
    const result = await run.result()
    expect(result).toMatchObject({ fanOut: 'bulk', total: 10_000, failed: 10_000, left: 0 })
    expect(await stack.database.db.select().from(conditions).limit(1)).toEqual([])

    const asked = stack.emulator.control.stats()
    expect(asked['open-meteo'].requests + asked['met-norway'].requests).toBeLessThan(200)

    const children = await stack.client.workflow.count(
      `WorkflowType = 'refreshCity' AND StartTime >= '${result.startedAt}'`,
    )
    expect(children.count).toBe(0)
    const { historyLength } = await run.describe()
    expect(historyLength).toBeLessThan(4000)
  })
})
