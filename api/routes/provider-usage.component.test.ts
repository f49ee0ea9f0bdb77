import { expect, test } from 'vitest'
import { recordRequest } from '../../db/queries/provider-usage.ts'
import { NOW } from '../../test/support/api/test-api.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'

const database = withTestDatabase()
const api = withTestApi({ database })
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000)

test('usage has every hour of the span, and what most requests failed with', async () => {
  const { db } = database
  const one = { provider: 'open-meteo', places: 50, weight: 50 } as const
  await recordRequest(db, { ...one, outcome: 'ok', at: hoursAgo(30) })
  await recordRequest(db, { ...one, outcome: 'ok', at: hoursAgo(2) })
  await recordRequest(db, { ...one, outcome: 'timeout', at: hoursAgo(0) })
  await recordRequest(db, { ...one, outcome: 'timeout', at: hoursAgo(0) })
  await recordRequest(db, { ...one, outcome: 'unavailable', at: hoursAgo(0) })
  const answer = await api.app.inject('/api/weather/providers/usage?hours=3')
  expect(answer.json()).toEqual({
    hours: 3,
    since: '2026-11-22T08:00:00.000Z',
    providers: [
      {
        provider: 'open-meteo',
        hours: [
          {
            hour: '2026-11-22T08:00:00.000Z',
            requests: 1,
            failed: 0,
            weight: 50,
            main_failure: null,
          },
          {
            hour: '2026-11-22T09:00:00.000Z',
            requests: 0,
            failed: 0,
            weight: 0,
            main_failure: null,
          },
          {
            hour: '2026-11-22T10:00:00.000Z',
            requests: 3,
            failed: 3,
            weight: 150,
            main_failure: 'timeout',
          },
        ],
      },
    ],
    timestamp: NOW.toISOString(),
  })
})
