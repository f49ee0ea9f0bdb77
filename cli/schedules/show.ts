import { SCHEDULE_IDS, type ScheduleId } from '../../contracts/schedules.ts'
import { describeSchedules, type ScheduleState } from '../../temporal/schedules.ts'
import type { JsonOption } from '../commands/schedules-options.ts'
import { isConnectionFault } from '../connection-fault.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { note, say, sayJson } from '../say.ts'
import type { Target } from '../target.ts'
import { onServer, withPauses, withSchedules } from './open-schedules.ts'
import { stateText, tableText, type RunEnds } from './state-text.ts'

export const list = ({ json }: JsonOption): Promise<ExitCode> =>
  withSchedules(async (client, target) => {
    const states = await describeSchedules(client, SCHEDULE_IDS)
    const ended = await endsOf(target, states)
    if (json === true) sayJson(states.map((state) => withEnds(state, ended)))
    else say(tableText(states, ended))
    const absent = SCHEDULE_IDS.filter((id) => !states.some((state) => state.id === id))
    if (absent.length > 0)
      note(
        `Not on the server, or not ours there: ${absent.join(', ')}; create with ` +
          '`weather247 schedules apply`.',
      )
    return EXIT.ok
  })

export const describe = (id: ScheduleId, { json }: JsonOption): Promise<ExitCode> =>
  withSchedules(async (client, target) => {
    const [found] = await describeSchedules(client, [id])
    const state = onServer(id, found)
    const ended = await endsOf(target, [state])
    if (json === true) sayJson(withEnds(state, ended))
    else say(stateText(state, ended))
    return EXIT.ok
  })

/** The server has the schedules; how their runs ended is in the database, which may be away. */
async function endsOf(target: Target, states: readonly ScheduleState[]): Promise<RunEnds> {
  const runIds = states.flatMap(({ recentRuns }) => recentRuns.map(({ runId }) => runId))
  const { runStatuses } = await import('../../db/queries/runs.ts')
  try {
    return await withPauses(target, (db) => runStatuses(db, runIds))
  } catch (error) {
    if (!isConnectionFault(error)) throw error
    note('The database does not answer: how runs ended is not known.')
    return new Map()
  }
}

const withEnds = (state: ScheduleState, ended: RunEnds) => ({
  ...state,
  recentRuns: state.recentRuns.map((run) => ({ ...run, status: ended.get(run.runId) ?? null })),
})
