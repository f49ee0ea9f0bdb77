import { ScheduleNotFoundError, type Client, type ScheduleDescription } from '@temporalio/client'
import { withinMs } from '../connect.ts'
import { isOurs } from './spec.ts'

const CALL_TIMEOUT_MS = 8_000

export const inTime = <T>(client: Client, call: () => Promise<T>): Promise<T> =>
  withinMs(client, CALL_TIMEOUT_MS, call)

/** Undefined for an id the server does not know. */
export async function describeSchedule(
  client: Client,
  id: string,
): Promise<ScheduleDescription | undefined> {
  try {
    return await inTime(client, () => client.schedule.getHandle(id).describe())
  } catch (error) {
    if (error instanceof ScheduleNotFoundError) return undefined
    throw error
  }
}

/** Undefined for an id that is not on the server, or was not made by Weather247. */
export async function describeOurs(
  client: Client,
  id: string,
): Promise<ScheduleDescription | undefined> {
  const found = await describeSchedule(client, id)
  return found && isOurs(found) ? found : undefined
}
