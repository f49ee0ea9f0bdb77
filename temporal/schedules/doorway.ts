import type { Client } from '@temporalio/client'
import type { ScheduleId } from '../../contracts/schedules.ts'
import { describeSchedules, type ScheduleState } from './state.ts'
import { pauseSchedule, resumeSchedule, triggerSchedule, type TriggerAnswer } from './steer.ts'

/** What is asked of schedules; nothing is answered for one that is not on the server. */
export interface ScheduleDoorway {
  describe(ids: readonly ScheduleId[]): Promise<readonly ScheduleState[]>
  pause(id: ScheduleId, note: string): Promise<ScheduleState | undefined>
  resume(id: ScheduleId, note: string): Promise<ScheduleState | undefined>
  trigger(id: ScheduleId): Promise<TriggerAnswer | undefined>
}

export const createScheduleDoorway = (client: Client): ScheduleDoorway => ({
  describe: (ids) => describeSchedules(client, ids),
  pause: (id, note) => pauseSchedule(client, id, note),
  resume: (id, note) => resumeSchedule(client, id, note),
  trigger: (id) => triggerSchedule(client, id),
})
