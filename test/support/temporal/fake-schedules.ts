import {
  SCHEDULE_IDS,
  SCHEDULE_NOTES,
  type ScheduleId,
} from '../../../contracts/schedule-definition.ts'
import type { ScheduleClient, ScheduleState } from '../../../temporal/schedules.ts'

export interface FakeSchedules extends ScheduleClient {
  /** What the server has; a test may remove one, or pause it as another client would. */
  readonly states: Map<ScheduleId, ScheduleState>
}

const stateOf = (id: ScheduleId): ScheduleState => ({
  id,
  cadence: 'every 15 min, offset 1 min',
  everySeconds: 900,
  paused: false,
  note: SCHEDULE_NOTES[id],
  nextTimes: [new Date('2026-11-22T10:31:00.000Z')],
  recentRuns: [],
  running: [],
  started: 0,
  skipped: 0,
  missed: 0,
  workflowType: 'refreshAllCities',
  taskQueue: 'weather_refresh',
  catchUpSeconds: 600,
  timeLimitSeconds: 840,
})

/** Schedules that start nothing, but remember what was asked. */
export function createFakeSchedules(): FakeSchedules {
  const states = new Map(SCHEDULE_IDS.map((id) => [id, stateOf(id)]))
  const change = (id: ScheduleId, changed: Partial<ScheduleState>): ScheduleState | undefined => {
    const state = states.get(id)
    if (!state) return undefined
    const next = { ...state, ...changed }
    states.set(id, next)
    return next
  }
  return {
    states,
    describe: async (ids) => ids.flatMap((id) => states.get(id) ?? []),
    pause: async (id, note) => change(id, { paused: true, note, nextTimes: [] }),
    resume: async (id, note) => change(id, { paused: false, note }),
    backfill: async (id) => (states.has(id) ? { outcome: 'nothing', ticks: 0 } : undefined),
    apply: async () => [],
    async trigger(id) {
      const state = states.get(id)
      if (!state) return undefined
      const [running] = state.running
      if (running !== undefined) return { outcome: 'skipped', taskId: running }
      const taskId = `${id}-2026-11-22T10:30:00Z/run`
      change(id, { running: [taskId], started: state.started + 1 })
      return { outcome: 'started', taskId }
    },
  }
}
