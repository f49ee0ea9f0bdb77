import { scheduleSettingsOf } from '../../cli/schedule-settings.ts'
import { toConfig } from '../../platform/config.ts'
import { readEnv } from '../../platform/env.ts'

/** What the schedules are made of when nothing is set. */
export const SCHEDULE_SETTINGS = scheduleSettingsOf(toConfig(readEnv({}), { mode: 'live' }))
