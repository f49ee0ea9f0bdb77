import { scheduleSettingsOf } from '../../../cli/config/schedule-settings.ts'
import { toConfig } from '../../../platform/config/config.ts'
import { readEnv } from '../../../platform/config/env.ts'

/** What the schedules are made of when nothing is set. */
export const SCHEDULE_SETTINGS = scheduleSettingsOf(toConfig(readEnv({}), { mode: 'live' }))
