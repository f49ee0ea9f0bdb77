import { SCHEDULE_IDS, SCHEDULE_NOTES, type ScheduleId } from '../contracts/schedules.ts'
import { mirrorPauses } from '../db/queries/schedule-pauses.ts'
import { pauseNote, type ScheduleState } from '../temporal/schedules.ts'
import type { ApiDeps } from './deps.ts'
import { Problem } from './problem.ts'

export type Steering = Pick<ApiDeps, 'db' | 'temporal' | 'now' | 'log'>

/** @throws Problem when the server has no such schedule of ours. */
export async function scheduleOf({ temporal }: Steering, id: ScheduleId): Promise<ScheduleState> {
  const [state] = await temporal.schedules.describe([id])
  return onServer(id, state)
}

export async function pause(deps: Steering, id: ScheduleId, note?: string): Promise<ScheduleState> {
  const said = pauseNote(await scheduleOf(deps, id), note, 'Paused through the API')
  return mirrored(deps, onServer(id, await deps.temporal.schedules.pause(id, said)))
}

export async function resume(deps: Steering, id: ScheduleId): Promise<ScheduleState> {
  const resumed = await deps.temporal.schedules.resume(id, SCHEDULE_NOTES[id])
  return mirrored(deps, onServer(id, resumed))
}

/** The server is changed already; what the database missed, the watch over pauses makes good. */
async function mirrored({ db, now, log }: Steering, state: ScheduleState): Promise<ScheduleState> {
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

export function onServer<T>(id: ScheduleId, found: T | undefined): T {
  if (found !== undefined) return found
  const detail = `The Temporal server has no schedule ${id}: run \`weather247 schedules apply\`.`
  throw new Problem('unknown-schedule', detail, { extra: { ids: SCHEDULE_IDS } })
}
