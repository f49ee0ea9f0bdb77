import type { ScheduleId } from '../../contracts/schedule-definition.ts'
import { runEndsOf, withEnds, type RunEnds, type ScheduleState } from '../../temporal/schedules.ts'
import type { JsonOption } from './schedule-arguments.ts'
import { isConnectionFault } from '../errors/connection-fault.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { simulatedMark } from '../target/installation.ts'
import { note, say, sayJson } from '../terminal/output.ts'
import type { Target } from '../target/target.ts'
import { withPauses, withScheduleControl } from './open-schedules.ts'
import { stateText, tableText } from './state-text.ts'

export const list = ({ json }: JsonOption): Promise<ExitCode> =>
  withScheduleControl(async (control, target) => {
    const { states, missing } = await control.list()
    const ended = await endsOf(target, states)
    const mark = simulatedMark(target.config.mode)
    if (json === true) sayJson(states.map((state) => ({ ...withEnds(state, ended), ...mark })))
    else say(tableText(states, ended))
    if (missing.length > 0) {
      note(
        `Not on the server, or not ours there: ${missing.join(', ')}; create with ` +
          '`weather247 schedules apply`.',
      )
    }
    return EXIT.ok
  })

export const describe = (id: ScheduleId, { json }: JsonOption): Promise<ExitCode> =>
  withScheduleControl(async (control, target) => {
    const state = await control.findOne(id)
    const ended = await endsOf(target, [state])
    const mark = simulatedMark(target.config.mode)
    if (json === true) sayJson({ ...withEnds(state, ended), ...mark })
    else say(stateText(state, ended))
    return EXIT.ok
  })

async function endsOf(target: Target, states: readonly ScheduleState[]): Promise<RunEnds> {
  const [{ runStatuses }, { isSchemaMissing }] = await Promise.all([
    import('../../db/queries/run-summaries.ts'),
    import('../../db/queries/faults.ts'),
  ])
  return runEndsOf(states, {
    read: (runIds) => withPauses(target, (db) => runStatuses(db, runIds), 'read'),
    isAway: (error) => isConnectionFault(error) || isSchemaMissing(error),
    onAway() {
      note('The database does not answer, or has no tables: how runs ended is not known.')
    },
  })
}
