import type { ScheduleId } from '../../contracts/schedules.ts'
import type { ScheduleState } from '../../temporal/schedules.ts'
import { reasonOf } from '../connection-fault.ts'

export interface Steering {
  /** Changes one on the server. */
  readonly change: (id: ScheduleId) => Promise<ScheduleState>
  /** Writes down which of them are paused. */
  readonly mirror: (states: readonly ScheduleState[]) => Promise<void>
  readonly tell: (states: readonly ScheduleState[]) => void
  readonly note: (line: string) => void
}

/** Tells what was changed on the server, also when the database is away or a later one fails. */
export async function steerEach(
  ids: readonly ScheduleId[],
  { change, mirror, tell, note }: Steering,
): Promise<void> {
  const changed: ScheduleState[] = []
  try {
    for (const id of ids) changed.push(await change(id))
  } finally {
    if (changed.length > 0) {
      tell(changed)
      await mirror(changed).catch((error: unknown) => {
        note(
          `Not yet written down in the database (${reasonOf(error)}); the API does it within ` +
            '30 s, once it is back.',
        )
      })
    }
  }
}
