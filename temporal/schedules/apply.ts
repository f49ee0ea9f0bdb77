import {
  ScheduleAlreadyRunning,
  ScheduleNotFoundError,
  type Client,
  type ScheduleDescription,
} from '@temporalio/client'
import type { ScheduleDefinition } from '../../contracts/schedule-definition.ts'
import { ForeignScheduleError } from '../foreign-schedule-error.ts'
import { describeOurs, describeSchedule, inTime } from './describe.ts'
import { differencesOf, isOurs, scheduleOptions } from './spec.ts'

export const CHANGES = ['created', 'updated', 'recreated', 'deleted', 'unchanged'] as const

export interface ScheduleChange {
  readonly id: string
  readonly change: (typeof CHANGES)[number]
  /** What was not as defined, and is now. */
  readonly differences: readonly string[]
  /** The operator's note on a schedule that is paused, before and after; null where it is not. */
  readonly pausedWith: string | null
}

export interface ApplyOptions {
  /** Changes nothing, but says what would be. */
  readonly dryRun?: boolean
  /** Deletes every schedule of ours first, and creates those that are defined. */
  readonly clearExisting?: boolean
  /** Deletes schedules of ours that are not defined. */
  readonly prune?: boolean
  /** Note by id: a schedule the server does not have is created paused when it is in here. */
  readonly pauses?: ReadonlyMap<string, string>
}

/**
 * Makes the server match the definitions. Whether a schedule is paused, and its note, are the
 * operator's: they stay. A schedule that is not ours is never touched.
 * @throws ForeignScheduleError when an id is taken by such a one; nothing is changed then.
 */
export async function applySchedules(
  client: Client,
  definitions: readonly ScheduleDefinition[],
  options: ApplyOptions = {},
): Promise<ScheduleChange[]> {
  const { clearExisting = false, prune = clearExisting } = options
  const found = await Promise.all(definitions.map(({ id }) => describeSchedule(client, id)))
  found.forEach(refuseForeign)
  const changes: ScheduleChange[] = []
  for (const [index, definition] of definitions.entries()) {
    changes.push(await applyOne(client, definition, found[index], options))
  }
  if (prune) changes.push(...(await removeUndefined(client, definitions, options)))
  return changes
}

async function applyOne(
  client: Client,
  definition: ScheduleDefinition,
  found: ScheduleDescription | undefined,
  { dryRun = false, clearExisting = false, pauses }: ApplyOptions,
): Promise<ScheduleChange> {
  const { id } = definition
  if (!found) {
    const note = pauses?.get(id)
    const state = { paused: note !== undefined, note: note ?? definition.note }
    const faster = dryRun ? undefined : await create(client, definition, state)
    if (faster) return match(client, definition, faster, dryRun)
    return { id, change: 'created', differences: [], pausedWith: note ?? null }
  }
  if (!clearExisting) return match(client, definition, found, dryRun)
  if (!dryRun) {
    await remove(client, id)
    const faster = await create(client, definition, found.state)
    if (faster) await match(client, definition, faster, dryRun)
  }
  return { id, change: 'recreated', differences: [], pausedWith: pauseNoteOf(found) }
}

async function match(
  client: Client,
  definition: ScheduleDefinition,
  found: ScheduleDescription,
  dryRun: boolean,
): Promise<ScheduleChange> {
  refuseForeign(found)
  const { id } = definition
  const pausedWith = pauseNoteOf(found)
  const differences = differencesOf(definition, found)
  if (differences.length === 0) return { id, change: 'unchanged', differences, pausedWith }
  if (!dryRun) await update(client, definition)
  return { id, change: 'updated', differences, pausedWith }
}

function refuseForeign(found: ScheduleDescription | undefined): void {
  if (found === undefined || isOurs(found)) return
  const id = found.scheduleId
  throw new ForeignScheduleError(
    `the schedule ${id} exists, but was not made by Weather247, so it is not changed. ` +
      `Create it again under another id and delete this one (temporal schedule delete --schedule-id ${id}), ` +
      'or set TEMPORAL_NAMESPACE to a namespace of its own; then apply again.',
  )
}

const pauseNoteOf = ({ state }: ScheduleDescription): string | null =>
  state.paused ? (state.note ?? '') : null

/** Returns the schedule that is there when another process has created it first. */
async function create(
  client: Client,
  definition: ScheduleDefinition,
  state: ScheduleDescription['state'],
): Promise<ScheduleDescription | undefined> {
  const options = { ...scheduleOptions(definition), state }
  try {
    await inTime(client, () => client.schedule.create(options))
    return undefined
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error
    const faster = await describeSchedule(client, definition.id)
    if (!faster) throw error
    return faster
  }
}

async function update(client: Client, definition: ScheduleDefinition): Promise<void> {
  const { spec, action, policies } = scheduleOptions(definition)
  const handle = client.schedule.getHandle(definition.id)
  await inTime(client, () =>
    // An update without a state would un-pause.
    handle.update(({ state }) => ({ spec, action, policies, state })),
  )
}

async function remove(client: Client, id: string): Promise<void> {
  try {
    await inTime(client, () => client.schedule.getHandle(id).delete())
  } catch (error) {
    if (!(error instanceof ScheduleNotFoundError)) throw error
  }
}

async function removeUndefined(
  client: Client,
  definitions: readonly ScheduleDefinition[],
  { dryRun = false }: ApplyOptions,
): Promise<ScheduleChange[]> {
  const defined = definitions.map(({ id }): string => id)
  const changes: ScheduleChange[] = []
  for (const id of await listedAsOurs(client)) {
    if (defined.includes(id)) continue
    // The list is some seconds old: the schedule may be gone, or another's.
    const found = await describeOurs(client, id)
    if (!found) continue
    if (!dryRun) await remove(client, id)
    changes.push({ id, change: 'deleted', differences: [], pausedWith: pauseNoteOf(found) })
  }
  return changes
}

const listedAsOurs = (client: Client): Promise<string[]> =>
  inTime(client, async () => {
    const ids: string[] = []
    for await (const listed of client.schedule.list()) {
      if (isOurs(listed)) ids.push(listed.scheduleId)
    }
    return ids
  })
