import { expect, test } from 'vitest'
import type { ScheduleId } from '../../contracts/schedules.ts'
import type { ScheduleState } from '../../temporal/schedules.ts'
import { steerEach, type Steering } from './steer-each.ts'

const IDS = ['monitor-api-quota', 'refresh-all-cities'] as const

/** What is told and written down, by id, while something may fail. */
function steeringWith(failing: Partial<Pick<Steering, 'change' | 'mirror'>>) {
  const told: string[] = []
  const mirrored: string[] = []
  const notes: string[] = []
  const idsOf = (states: readonly ScheduleState[]) => states.map(({ id }) => id)
  const steering: Steering = {
    change: async (id) => ({ id }) as ScheduleState,
    mirror: async (states) => void mirrored.push(...idsOf(states)),
    tell: (states) => void told.push(...idsOf(states)),
    note: (line) => void notes.push(line),
    ...failing,
  }
  return { steering, told, mirrored, notes }
}

test('what was changed is told although the database is away, and that it is behind', async () => {
  const mirror = () => Promise.reject(new Error('Failed query', { cause: new Error('refused') }))
  const { steering, told, notes } = steeringWith({ mirror })
  await steerEach(IDS, steering)
  expect(told).toEqual(IDS)
  expect(notes.join()).toMatch(/^Not yet written down in the database \(refused\)/)
})

test('what was changed before a failure is told and written down', async () => {
  const change = async (id: ScheduleId) => {
    if (id === IDS[1]) throw new Error('the server is gone')
    return { id } as ScheduleState
  }
  const { steering, told, mirrored, notes } = steeringWith({ change })
  await expect(steerEach(IDS, steering)).rejects.toThrow('the server is gone')
  expect([told, mirrored, notes]).toEqual([[IDS[0]], [IDS[0]], []])
})
