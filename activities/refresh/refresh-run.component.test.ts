import { MockActivityEnvironment } from '@temporalio/testing'
import { DefaultLogger } from '@temporalio/worker'
import { expect, test } from 'vitest'
import type { RefreshContext } from '../../contracts/refresh.ts'
import { refreshStates } from '../../db/schema/index.ts'
import { createProviderChain } from '../../providers/index.ts'
import { someCities } from '../../test/support/data/some-cities.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { fakeProvider } from '../../test/support/providers/fake-provider.ts'
import { NO_LOG } from '../../test/support/providers/provider-logs.ts'
import type { JudgeAlerts } from '../judge-alerts.ts'
import { createRefreshRunActivities } from './refresh-run.ts'

const NOON = new Date('2026-11-22T12:00:00Z')
const CITIES = 2

const database = withTestDatabase({ kind: 'embedded', cities: someCities(CITIES) })

const CONTEXT: RefreshContext = {
  runId: 'run',
  trigger: 'schedule',
  startedAtMs: NOON.getTime(),
  force: false,
  maxAgeSeconds: { conditions: 900 },
  tickSeconds: 900,
  claimMs: 60_000,
  priority: 'schedule',
}

function countWith(judgeAlerts: JudgeAlerts, context: RefreshContext) {
  const { db } = database
  const now = () => NOON
  const { countDueCities } = createRefreshRunActivities({
    db,
    now,
    judgeAlerts,
    chain: createProviderChain({ providers: [fakeProvider()], db, now, log: NO_LOG }),
    plans: { begin: async () => ({}), worthAgain: async (_, ids) => new Set(ids) },
    startDelivery: async () => undefined,
  })
  const environment = new MockActivityEnvironment(
    {},
    { logger: new DefaultLogger('ERROR', () => undefined) },
  )
  return environment.run(() => countDueCities({ context }))
}

test('a scheduled run measures freshness and judges alerts while values are oldest; one of a person does not', async () => {
  await database.db.update(refreshStates).set({ conditionsConfirmedAt: new Date(0) })
  const judgedAt: Date[] = []
  const judge = async (at: Date) => void judgedAt.push(at)
  expect(await countWith(judge, CONTEXT)).toMatchObject({ due: CITIES })
  expect(judgedAt).toEqual([NOON])
  await countWith(judge, { ...CONTEXT, tickSeconds: 0 })
  expect(judgedAt).toHaveLength(1)
})

test('a run goes on though its alerts cannot be judged', async () => {
  const failing = () => Promise.reject(new Error('no such table'))
  expect(await countWith(failing, CONTEXT)).toMatchObject({ active: CITIES })
})
