import type { Client } from '@temporalio/client'
import type { ScheduleDefinition, ScheduleId } from '../../contracts/schedule-definition.ts'
import { applySchedules, type ApplyOptions, type ScheduleChange } from './apply.ts'
import {
  backfillSchedule,
  pauseSchedule,
  resumeSchedule,
  triggerSchedule,
  type BackfillAnswer,
  type BackfillRange,
  type TriggerAnswer,
} from './calls.ts'
import { describeSchedules, type ScheduleState } from './state.ts'

/** Schedules on the server; undefined for one that is not there, or not ours. */
export interface ScheduleClient {
  describe(ids: readonly ScheduleId[]): Promise<readonly ScheduleState[]>
  pause(id: ScheduleId, note: string): Promise<ScheduleState | undefined>
  resume(id: ScheduleId, note: string): Promise<ScheduleState | undefined>
  trigger(id: ScheduleId): Promise<TriggerAnswer | undefined>
  backfill(id: ScheduleId, range: BackfillRange): Promise<BackfillAnswer | undefined>
  apply(
    definitions: readonly ScheduleDefinition[],
    options?: ApplyOptions,
  ): Promise<readonly ScheduleChange[]>
}

export const createScheduleClient = (client: Client): ScheduleClient => ({
  describe: (ids) => describeSchedules(client, ids),
  pause: (id, note) => pauseSchedule(client, id, note),
  resume: (id, note) => resumeSchedule(client, id, note),
  trigger: (id) => triggerSchedule(client, id),
  backfill: (id, range) => backfillSchedule(client, id, range),
  apply: (definitions, options) => applySchedules(client, definitions, options),
})
