import { expect, test, vi } from 'vitest'
import { pausedSchedules } from '../../db/queries/schedule-pauses.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { createFakeSchedules } from '../../test/support/temporal/fake-schedules.ts'
import { watchPauses } from './watch-pauses.ts'

const EVERY_MS = 10

const database = withTestDatabase()

type Deps = Parameters<typeof watchPauses>[0]

function watch() {
  const schedules = createFakeSchedules()
  const log = { warn: vi.fn(), info: vi.fn() }
  const watching = watchPauses(
    {
      db: database.db,
      temporal: { schedules } as unknown as Deps['temporal'],
      log: log as unknown as Deps['log'],
      now: () => new Date(),
    },
    EVERY_MS,
  )
  return { schedules, log, watching }
}

const pauses = async () => Object.fromEntries(await pausedSchedules(database.db))

const become = (expected: object) => expect.poll(pauses, { timeout: 10_000 }).toEqual(expected)

test('a pause made elsewhere is written down, and stays so when the schedule is lost', async () => {
  const { schedules, watching } = watch()
  await schedules.pause('monitor-api-quota', 'by hand')
  await schedules.pause('refresh-all-cities', 'upstream is down')
  await become({ 'monitor-api-quota': 'by hand', 'refresh-all-cities': 'upstream is down' })
  schedules.states.delete('refresh-all-cities')
  await schedules.resume('monitor-api-quota', 'on again')
  await become({ 'refresh-all-cities': 'upstream is down' })
  await watching.close()
})

test('a server that does not answer is logged once, and when it answers again', async () => {
  const { schedules, log, watching } = watch()
  const describe = vi.spyOn(schedules, 'describe').mockRejectedValue(new Error('away'))
  await expect.poll(() => describe.mock.calls.length, { timeout: 10_000 }).toBeGreaterThan(3)
  expect(log.warn).toHaveBeenCalledTimes(1)
  describe.mockRestore()
  await expect.poll(() => log.info.mock.calls.length, { timeout: 10_000 }).toBe(1)
  await watching.close()
})
