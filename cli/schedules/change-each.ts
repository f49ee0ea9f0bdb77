import type { ScheduleId } from '../../contracts/schedule-definition.ts'
import type { ScheduleState } from '../../temporal/schedules.ts'
import { reasonOf } from '../errors/connection-fault.ts'

export interface ScheduleChange {
  /** Changes one on the server. */
  readonly change: (id: ScheduleId) => Promise<ScheduleState>
  /** Writes down which of them are paused. */
  readonly mirror: (states: readonly ScheduleState[]) => Promise<void>
  readonly report: (states: readonly ScheduleState[]) => void
  readonly note: (line: string) => void
}

/** Reports what was changed on the server, also when the database is down or a later change fails. */
export async function changeEach(
  ids: readonly ScheduleId[],
  { change, mirror, report, note }: ScheduleChange,
): Promise<void> {
  const changed: ScheduleState[] = []
  try {
    for (const id of ids) changed.push(await change(id))
  } finally {
    if (changed.length > 0) {
      report(changed)
      await mirror(changed).catch((error: unknown) => {
        note(
          `Not yet written down in the database (${reasonOf(error)}); the API does it within ` +
            '30 s, once it is back.',
        )
      })
    }
  }
}
