import type { ScheduleId } from '../../contracts/schedule-definition.ts'
import { MAX_BACKFILL_TICKS, TRIGGER_TEXTS } from '../../temporal/schedules.ts'
import { parseTaskId } from '../../temporal/task-id.ts'
import { wrongUsage } from '../errors/command-error.ts'
import type { JsonOption } from './schedule-arguments.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { countText } from '../terminal/format.ts'
import { simulatedMark } from '../target/installation.ts'
import { say, sayJson } from '../terminal/output.ts'
import { describeCommand, startedText } from '../progress/started-text.ts'
import { withScheduleControl } from './open-schedules.ts'
import { timeText } from './state-text.ts'

export interface BackfillOptions extends JsonOption {
  readonly from: Date
  readonly to: Date
}

export const trigger = (id: ScheduleId, { json }: JsonOption): Promise<ExitCode> =>
  withScheduleControl(async (control, target) => {
    const { outcome, taskId } = await control.trigger(id)
    const run = taskId === null ? undefined : parseTaskId(taskId)[0]
    const { workflowId = null, firstRunId: runId = null } = run ?? {}
    if (json === true) {
      sayJson({ ...simulatedMark(target.config.mode), id, outcome, taskId, workflowId, runId })
    } else if (taskId === null || workflowId === null) {
      say(`${id}: ${TRIGGER_TEXTS[outcome]}; \`weather247 schedules describe ${id}\` will show it`)
    } else {
      const next = describeCommand(taskId)
      say(
        startedText({ what: `${id}: ${TRIGGER_TEXTS[outcome]}`, taskId, workflowId, next }, target),
      )
    }
    return EXIT.ok
  })

export const backfill = (
  id: ScheduleId,
  { from, to, json }: BackfillOptions,
): Promise<ExitCode> => {
  if (from > to) {
    throw wrongUsage(`--from ${timeText(from)} is later than --to ${timeText(to)}`, 'swap them')
  }
  if (to > new Date()) {
    throw wrongUsage(
      `--to ${timeText(to)} is in the future`,
      'a backfill runs what should have run: end it now at the latest',
    )
  }
  return withScheduleControl(async (control) => {
    const answer = await control.backfill(id, { from, to })
    const range = `between ${timeText(from)} and ${timeText(to)}`
    if (answer.outcome === 'nothing') {
      throw wrongUsage(`${id} has no tick ${range}`, 'name a longer range')
    }
    if (answer.outcome === 'too-many') {
      throw wrongUsage(
        `${id} has more than ${MAX_BACKFILL_TICKS} ticks ${range}`,
        'name a shorter range',
      )
    }
    if (json === true) sayJson({ id, from, to, runs: answer.ticks })
    else say(`${id}: ${countText(answer.ticks, 'run', 'runs')} ${range}, one after the other`)
    return EXIT.ok
  })
}
