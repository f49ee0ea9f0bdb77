import type { ScheduleId } from '../../contracts/schedules.ts'
import {
  backfillSchedule,
  MAX_BACKFILL_TICKS,
  triggerSchedule,
  type TriggerAnswer,
} from '../../temporal/schedules.ts'
import { parseTaskId } from '../../temporal/task-id.ts'
import { wrongUsage } from '../command-failure.ts'
import type { BackfillOptions } from '../commands/schedules-backfill.ts'
import type { JsonOption } from '../commands/schedules-options.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { countText } from '../quantities.ts'
import { say, sayJson } from '../say.ts'
import { describeCommand, startedText } from '../started-text.ts'
import { onServer, withSchedules } from './open-schedules.ts'
import { timeText } from './state-text.ts'

export const trigger = (id: ScheduleId, { json }: JsonOption): Promise<ExitCode> =>
  withSchedules(async (client, target) => {
    const { outcome, taskId } = onServer(id, await triggerSchedule(client, id))
    const run = taskId === null ? undefined : parseTaskId(taskId)[0]
    const { workflowId = null, firstRunId: runId = null } = run ?? {}
    if (json === true) sayJson({ id, outcome, taskId, workflowId, runId })
    else if (taskId === null || workflowId === null)
      say(`${id}: ${TRIGGERED[outcome]}; \`weather247 schedules describe ${id}\` will show it`)
    else {
      const next = describeCommand(workflowId)
      say(startedText({ what: `${id}: ${TRIGGERED[outcome]}`, taskId, workflowId, next }, target))
    }
    return EXIT.ok
  })

const TRIGGERED: Readonly<Record<TriggerAnswer['outcome'], string>> = {
  started: 'started',
  skipped: 'skipped, for a run is under way',
  asked: 'asked for a run',
}

export const backfill = (
  id: ScheduleId,
  { from, to, json }: BackfillOptions,
): Promise<ExitCode> => {
  if (from > to)
    throw wrongUsage(`--from ${timeText(from)} is later than --to ${timeText(to)}`, 'swap them')
  if (to > new Date())
    throw wrongUsage(
      `--to ${timeText(to)} is in the future`,
      'a backfill runs what should have run: end it now at the latest',
    )
  return withSchedules(async (client) => {
    const answer = onServer(id, await backfillSchedule(client, id, { from, to }))
    const range = `between ${timeText(from)} and ${timeText(to)}`
    if (answer.outcome === 'nothing')
      throw wrongUsage(`${id} has no tick ${range}`, 'name a longer range')
    if (answer.outcome === 'too-many')
      throw wrongUsage(
        `${id} has more than ${MAX_BACKFILL_TICKS} ticks ${range}`,
        'name a shorter range',
      )
    if (json === true) sayJson({ id, from, to, runs: answer.ticks })
    else say(`${id}: ${countText(answer.ticks, 'run', 'runs')} ${range}, one after the other`)
    return EXIT.ok
  })
}
