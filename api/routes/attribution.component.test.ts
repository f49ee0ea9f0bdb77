import { beforeAll, expect, it } from 'vitest'
import { recordRequest } from '../../db/queries/provider-usage.ts'
import { installed } from '../../test/support/api/installed.ts'
import { createTestApi, NOW } from '../../test/support/api/test-api.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'

const providers = installed(
  { 'met-norway': [] },
  { barred: { 'open-meteo': 'its free plan forbids commercial use' } },
)
const database = withTestDatabase()
const api = withTestApi({ database, settings: { providers } })

beforeAll(async () => {
  const request = { provider: 'open-meteo', places: 1, weight: 1, at: NOW } as const
  await recordRequest(database.db, { ...request, outcome: 'ok' })
  await recordRequest(database.db, { ...request, provider: 'nws', outcome: 'timeout' })
})

it('E48: names every provider in use or with values, with text, link and licence', async () => {
  const answer = await api.app.inject('/api/weather/attribution')
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toMatchObject({
    attributions: [
      {
        provider: 'met-norway',
        text: 'Data from MET Norway',
        url: 'https://api.met.no/',
        licence: 'CC BY 4.0 or NLOD 2.0',
        is_in_use: true,
        has_answered: false,
        left_out_because: null,
      },
      {
        provider: 'open-meteo',
        licence: 'CC BY 4.0',
        commercial_use: 'paid plan only',
        is_in_use: false,
        has_answered: true,
        left_out_because: 'its free plan forbids commercial use',
      },
    ],
  })
})

it('of the demo credits no one for what is simulated', async () => {
  const demo = createTestApi({ db: database.db, settings: { providers, mode: 'demo' } })
  const { attributions } = (await demo.app.inject('/api/weather/attribution')).json<{
    attributions: { text: string; url: string | null }[]
  }>()
  expect(attributions).toHaveLength(2)
  for (const one of attributions) expect(one).toMatchObject({ text: 'Simulated data', url: null })
  await demo.close()
})
