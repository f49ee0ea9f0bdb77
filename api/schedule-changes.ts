import { SCHEDULE_IDS, type ScheduleId } from '../contracts/schedule-definition.ts'
import { mirrorPauses } from '../db/queries/schedule-pauses.ts'
import { createScheduleControl, type ScheduleState } from '../temporal/schedules.ts'
import type { ApiDeps } from './deps.ts'
import { Problem } from './problem.ts'

export type ScheduleDeps = Pick<ApiDeps, 'db' | 'temporal' | 'now' | 'log'>

export async function pause(
  deps: ScheduleDeps,
  id: ScheduleId,
  note?: string,
): Promise<ScheduleState> {
  const reason = { note, defaultNote: 'Paused through the API' }
  return mirrored(deps, await createScheduleControl(deps.temporal.schedules).pause(id, reason))
}

export const resume = async (deps: ScheduleDeps, id: ScheduleId): Promise<ScheduleState> =>
  mirrored(deps, await createScheduleControl(deps.temporal.schedules).resume(id))

/** The server is changed already; the watch over pauses writes down what the database missed. */
async function mirrored(
  { db, now, log }: ScheduleDeps,
  state: ScheduleState,
): Promise<ScheduleState> {
  await mirrorPauses(db, [state], now()).catch((error: unknown) => {
    log.warn({ err: error, schedule: state.id }, 'whether it is paused is not written down yet')
  })
  return state
}

export function scheduleIdOf(text: string): ScheduleId {
  const id = SCHEDULE_IDS.find((known) => known === text)
  if (id !== undefined) return id
  const detail = `There is no schedule ${text}; there are ${SCHEDULE_IDS.join(', ')}.`
  throw new Problem('unknown-schedule', detail, { extra: { ids: SCHEDULE_IDS } })
}
