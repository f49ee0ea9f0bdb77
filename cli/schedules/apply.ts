import { scheduleDefinitions } from '../../contracts/schedules.ts'
import { SCHEDULE_IDS, type ScheduleSettings } from '../../contracts/schedule-definition.ts'
import { mirrorPauses, pausedSchedules } from '../../db/queries/schedule-pauses.ts'
import type { ApplyOptions, ScheduleChange, ScheduleClient } from '../../temporal/schedules.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { note, say, sayJson } from '../terminal/output.ts'
import { scheduleSettingsOf } from '../config/schedule-settings.ts'
import { prepareExternalTemporal } from '../up/external-temporal.ts'
import { auditedAt } from '../target/audited.ts'
import type { Target } from '../target/target.ts'
import { changesText, changeText } from './change-text.ts'
import { withPauses, withSchedules } from './open-schedules.ts'
import type { JsonOption } from './schedule-arguments.ts'

export interface SchedulesApplyOptions extends JsonOption {
  readonly dryRun?: boolean
  readonly clearExisting?: boolean
  readonly prune?: boolean
}

export const apply = ({ json, ...options }: SchedulesApplyOptions): Promise<ExitCode> =>
  withSchedules(async (schedules, target) => {
    const { dryRun = false } = options
    const work = () => applyTo(schedules, target, scheduleSettingsOf(target.config), options)
    const change = { command: 'schedules apply', fields: options }
    const changes = dryRun ? await work() : await auditedAt(target, change, work)
    if (json === true) sayJson({ dryRun, changes })
    else say([...changes.map(changeText), changesText(changes, dryRun)].join('\n'))
    return EXIT.ok
  })

export async function applyTo(
  schedules: ScheduleClient,
  target: Target,
  settings: ScheduleSettings,
  options: Omit<ApplyOptions, 'pauses'>,
): Promise<readonly ScheduleChange[]> {
  const isReal = options.dryRun !== true
  const { temporal } = target.config
  const { signal } = new AbortController()
  if (isReal) await prepareExternalTemporal({ temporal, signal, say: note })
  const pauses = await withPauses(target, async (db) => {
    // A pause that only the server knows must outlive the schedule's deletion.
    const states = await schedules.describe(SCHEDULE_IDS)
    if (isReal) await mirrorPauses(db, states, new Date())
    return pausedSchedules(db)
  })
  return schedules.apply(scheduleDefinitions(settings), { ...options, pauses })
}
