import { SCHEDULE_IDS, type ScheduleId } from '../../contracts/schedules.ts'
import { describeSchedules } from '../../temporal/schedules.ts'
import type { JsonOption } from '../commands/schedules-options.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { note, say, sayJson } from '../say.ts'
import { onServer, withSchedules } from './open-schedules.ts'
import { stateText, tableText } from './state-text.ts'

export const list = ({ json }: JsonOption): Promise<ExitCode> =>
  withSchedules(async (client) => {
    const states = await describeSchedules(client, SCHEDULE_IDS)
    if (json === true) sayJson(states)
    else say(tableText(states))
    const absent = SCHEDULE_IDS.filter((id) => !states.some((state) => state.id === id))
    if (absent.length > 0)
      note(
        `Not on the server, or not ours there: ${absent.join(', ')}; create with ` +
          '`weather247 schedules apply`.',
      )
    return EXIT.ok
  })

export const describe = (id: ScheduleId, { json }: JsonOption): Promise<ExitCode> =>
  withSchedules(async (client) => {
    const [found] = await describeSchedules(client, [id])
    const state = onServer(id, found)
    if (json === true) sayJson(state)
    else say(stateText(state))
    return EXIT.ok
  })
