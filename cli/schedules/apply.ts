import type { Client } from '@temporalio/client'
import {
  SCHEDULE_IDS,
  scheduleDefinitions,
  type ScheduleSettings,
} from '../../contracts/schedules.ts'
import { mirrorPauses, pausedSchedules } from '../../db/queries/schedule-pauses.ts'
import {
  applySchedules,
  describeSchedules,
  type ApplyOptions,
  type ScheduleChange,
} from '../../temporal/schedules.ts'
import type { SchedulesApplyOptions } from '../commands/schedules-apply.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { note, say, sayJson } from '../say.ts'
import { scheduleSettingsOf } from '../schedule-settings.ts'
import { prepareOutsideTemporal } from '../stack/outside-temporal.ts'
import type { Target } from '../target.ts'
import { changesText, changeText } from './change-text.ts'
import { withPauses, withSchedules } from './open-schedules.ts'

export const apply = ({ json, ...options }: SchedulesApplyOptions): Promise<ExitCode> =>
  withSchedules(async (client, target) => {
    const changes = await applyTo(client, target, scheduleSettingsOf(target.config), options)
    const { dryRun = false } = options
    if (json === true) sayJson({ dryRun, changes })
    else say([...changes.map(changeText), changesText(changes, dryRun)].join('\n'))
    return EXIT.ok
  })

export async function applyTo(
  client: Client,
  target: Target,
  settings: ScheduleSettings,
  options: Omit<ApplyOptions, 'pauses'>,
): Promise<ScheduleChange[]> {
  const isReal = options.dryRun !== true
  const { temporal } = target.config
  const { signal } = new AbortController()
  if (isReal) await prepareOutsideTemporal({ temporal, signal, say: note })
  const pauses = await withPauses(target, async (db) => {
    // A pause that only the server knows must outlive the schedule's deletion.
    const states = await describeSchedules(client, SCHEDULE_IDS)
    if (isReal) await mirrorPauses(db, states, new Date())
    return pausedSchedules(db)
  })
  return applySchedules(client, scheduleDefinitions(settings), { ...options, pauses })
}
