import {
  ScheduleAlreadyRunning,
  ScheduleNotFoundError,
  type Client,
  type ScheduleDescription,
} from '@temporalio/client'
import type { ScheduleDefinition } from '../contracts/schedules.ts'
import { withinMs } from './connect.ts'
import { differencesOf, isOurs, scheduleOptions } from './schedule-spec.ts'

const CALL_TIMEOUT_MS = 8_000

export interface ScheduleChange {
  readonly id: string
  readonly change: 'created' | 'updated' | 'unchanged'
  /** What was not as defined, and is now. */
  readonly differences: readonly string[]
}

export class ForeignScheduleError extends Error {
  override readonly name = 'ForeignScheduleError'
}

/**
 * Makes the server match the definitions. Whether a schedule is paused, and its note, are the
 * operator's: they stay.
 * @throws ForeignScheduleError when an id is taken by a schedule that is not ours.
 */
export async function applySchedules(
  client: Client,
  definitions: readonly ScheduleDefinition[],
): Promise<ScheduleChange[]> {
  const changes: ScheduleChange[] = []
  for (const definition of definitions) changes.push(await apply(client, definition))
  return changes
}

async function apply(client: Client, definition: ScheduleDefinition): Promise<ScheduleChange> {
  const { id } = definition
  const found = await describe(client, id)
  if (!found) {
    const isCreated = await create(client, definition)
    return isCreated ? { id, change: 'created', differences: [] } : apply(client, definition)
  }
  if (!isOurs(found)) {
    throw new ForeignScheduleError(
      `The schedule ${id} exists, but was not made by Weather247. Delete or rename it.`,
    )
  }
  const differences = differencesOf(definition, found)
  if (differences.length === 0) return { id, change: 'unchanged', differences }
  await update(client, definition)
  return { id, change: 'updated', differences }
}

/** False when somebody else was faster. */
async function create(client: Client, definition: ScheduleDefinition): Promise<boolean> {
  const options = { ...scheduleOptions(definition), state: { note: definition.note } }
  try {
    await withinMs(client, CALL_TIMEOUT_MS, () => client.schedule.create(options))
    return true
  } catch (error) {
    if (error instanceof ScheduleAlreadyRunning) return false
    throw error
  }
}

async function update(client: Client, definition: ScheduleDefinition): Promise<void> {
  const { spec, action, policies } = scheduleOptions(definition)
  const handle = client.schedule.getHandle(definition.id)
  await withinMs(client, CALL_TIMEOUT_MS, () =>
    // An update without a state would un-pause.
    handle.update(({ state }) => ({ spec, action, policies, state })),
  )
}

async function describe(client: Client, id: string): Promise<ScheduleDescription | undefined> {
  try {
    return await withinMs(client, CALL_TIMEOUT_MS, () => client.schedule.getHandle(id).describe())
  } catch (error) {
    if (error instanceof ScheduleNotFoundError) return undefined
    throw error
  }
}

export interface ScheduleState {
  readonly id: string
  readonly paused: boolean
  readonly note: string | null
  readonly nextAt: Date | null
  readonly lastAt: Date | null
  /** Ticks that fell on a run that was still going. */
  readonly skipped: number
  /** Ticks the server was away for longer than it may catch up. */
  readonly missed: number
}

/** A schedule that does not exist is absent. */
export async function describeSchedules(
  client: Client,
  ids: readonly string[],
): Promise<ScheduleState[]> {
  const found = await Promise.all(ids.map((id) => describe(client, id)))
  return found.flatMap((schedule) => (schedule ? [stateOf(schedule)] : []))
}

function stateOf({ scheduleId, state, info }: ScheduleDescription): ScheduleState {
  return {
    id: scheduleId,
    paused: state.paused,
    note: state.note ?? null,
    nextAt: state.paused ? null : (info.nextActionTimes[0] ?? null),
    lastAt: info.recentActions.at(-1)?.takenAt ?? null,
    skipped: info.numActionsSkippedOverlap,
    missed: info.numActionsMissedCatchupWindow,
  }
}
