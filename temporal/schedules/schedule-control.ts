import {
  SCHEDULE_IDS,
  SCHEDULE_NOTES,
  type ScheduleId,
} from '../../contracts/schedule-definition.ts'
import { MissingScheduleError } from '../missing-schedule-error.ts'
import type { BackfillAnswer, BackfillRange, TriggerAnswer } from './calls.ts'
import type { ScheduleClient } from './client.ts'
import type { ScheduleState } from './state.ts'

/** A reason, not a report: it stands in tables. */
export const MAX_NOTE_LENGTH = 500

export interface PauseReason {
  readonly note: string | undefined
  /** Where no note is given and the schedule is not paused yet. */
  readonly defaultNote: string
}

export interface ListedSchedules {
  readonly states: readonly ScheduleState[]
  /** Not on the server, or not ours there. */
  readonly missing: readonly ScheduleId[]
}

/** The schedules as people control them; all but `list` throw a MissingScheduleError. */
export interface ScheduleControl {
  list(): Promise<ListedSchedules>
  /** All of them or, when the server lacks one, none. */
  find(ids: readonly ScheduleId[]): Promise<ScheduleState[]>
  findOne(id: ScheduleId): Promise<ScheduleState>
  pause(id: ScheduleId, reason: PauseReason): Promise<ScheduleState>
  resume(id: ScheduleId): Promise<ScheduleState>
  trigger(id: ScheduleId): Promise<TriggerAnswer>
  backfill(id: ScheduleId, range: BackfillRange): Promise<BackfillAnswer>
}

export function createScheduleControl(schedules: ScheduleClient): ScheduleControl {
  const find = async (ids: readonly ScheduleId[]) => {
    const states = await schedules.describe(ids)
    return ids.map((id) =>
      found(
        id,
        states.find((state) => state.id === id),
      ),
    )
  }
  const findOne = async (id: ScheduleId) => found(id, (await schedules.describe([id]))[0])
  return {
    async list() {
      const states = await schedules.describe(SCHEDULE_IDS)
      const missing = SCHEDULE_IDS.filter((id) => !states.some((state) => state.id === id))
      return { states, missing }
    },
    find,
    findOne,
    pause: async (id, reason) =>
      found(id, await schedules.pause(id, pauseNote(await findOne(id), reason))),
    resume: async (id) => found(id, await schedules.resume(id, SCHEDULE_NOTES[id])),
    trigger: async (id) => found(id, await schedules.trigger(id)),
    backfill: async (id, range) => found(id, await schedules.backfill(id, range)),
  }
}

function found<T>(id: ScheduleId, answer: T | undefined): T {
  if (answer === undefined) throw new MissingScheduleError(id)
  return answer
}

/** A second pause without a note keeps the note of the first. */
const pauseNote = (
  { paused, note: current }: ScheduleState,
  { note, defaultNote }: PauseReason,
): string => note ?? (paused ? current : null) ?? defaultNote

export const TRIGGER_TEXTS: Readonly<Record<TriggerAnswer['outcome'], string>> = {
  started: 'a run was started',
  skipped: 'a run is under way already',
  asked: 'a run was requested',
}
