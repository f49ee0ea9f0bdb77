import { setTimeout as sleep } from 'node:timers/promises'
import type { Client, ScheduleDescription } from '@temporalio/client'
import { msNumberToTs } from '@temporalio/common/lib/time.js'
import { describeOurs, inTime } from './describe.ts'
import { stateOf, type ScheduleState } from './state.ts'

/** Undefined for a schedule that is not on the server or not ours, as with all that follow. */
export async function pauseSchedule(
  client: Client,
  id: string,
  note: string,
): Promise<ScheduleState | undefined> {
  if (!(await describeOurs(client, id))) return undefined
  await inTime(client, () => client.schedule.getHandle(id).pause(note))
  return stateNow(client, id)
}

export async function resumeSchedule(
  client: Client,
  id: string,
  note: string,
): Promise<ScheduleState | undefined> {
  if (!(await describeOurs(client, id))) return undefined
  await inTime(client, () => client.schedule.getHandle(id).unpause(note))
  return stateNow(client, id)
}

async function stateNow(client: Client, id: string): Promise<ScheduleState | undefined> {
  const found = await describeOurs(client, id)
  return found && stateOf(found)
}

export interface TriggerAnswer {
  /** `skipped`: a run is under way, and one at a time is enough. `asked`: no answer came in time. */
  readonly outcome: 'started' | 'skipped' | 'asked'
  /** The run that was started, or is under way; null when the server has not said. */
  readonly taskId: string | null
}

const ANSWER_WITHIN_MS = 10_000
const LOOK_EVERY_MS = 100

/** Works on a paused schedule as well, and leaves it paused. */
export async function triggerSchedule(
  client: Client,
  id: string,
): Promise<TriggerAnswer | undefined> {
  const before = await describeOurs(client, id)
  if (!before) return undefined
  await inTime(client, () => client.schedule.getHandle(id).trigger('SKIP'))
  const deadlineMs = Date.now() + ANSWER_WITHIN_MS
  while (Date.now() < deadlineMs) {
    const now = await describeOurs(client, id)
    const answer = now && answerOf(before, now)
    if (answer) return answer
    await sleep(LOOK_EVERY_MS)
  }
  return { outcome: 'asked', taskId: null }
}

/** The server does not answer a trigger; its counters show the outcome. */
function answerOf(
  before: ScheduleDescription,
  now: ScheduleDescription,
): TriggerAnswer | undefined {
  const { recentRuns, running, started, skipped } = stateOf(now)
  if (started > before.info.numActionsTaken) {
    return { outcome: 'started', taskId: recentRuns[0]?.taskId ?? null }
  }
  if (skipped > before.info.numActionsSkippedOverlap) {
    return { outcome: 'skipped', taskId: running[0] ?? null }
  }
  return undefined
}

export interface BackfillRange {
  /** A tick at this moment counts. */
  readonly from: Date
  readonly to: Date
}

export interface BackfillAnswer {
  readonly outcome: 'started' | 'nothing' | 'too-many'
  /** Ticks in the range; with `too-many` there may be more. */
  readonly ticks: number
}

/** One run is one job's whole work: more of them is a mistake in the range. */
export const MAX_BACKFILL_TICKS = 100

/** Runs what the schedule would have run, one after the other: with SKIP all but the first would be lost. */
export async function backfillSchedule(
  client: Client,
  id: string,
  { from, to }: BackfillRange,
): Promise<BackfillAnswer | undefined> {
  if (!(await describeOurs(client, id))) return undefined
  const ticks = await countTicks(client, id, { from, to })
  if (ticks === 0) return { outcome: 'nothing', ticks }
  if (ticks > MAX_BACKFILL_TICKS) return { outcome: 'too-many', ticks }
  const range = { start: from, end: to, overlap: 'BUFFER_ALL' } as const
  await inTime(client, () => client.schedule.getHandle(id).backfill(range))
  return { outcome: 'started', ticks }
}

/** The server lists what comes after its start time; a backfill includes what is due then. */
async function countTicks(client: Client, id: string, { from, to }: BackfillRange) {
  const { startTime } = await inTime(client, () =>
    client.workflowService.listScheduleMatchingTimes({
      namespace: client.options.namespace,
      scheduleId: id,
      startTime: msNumberToTs(from.getTime() - 1),
      endTime: msNumberToTs(to.getTime()),
    }),
  )
  return startTime.length
}
