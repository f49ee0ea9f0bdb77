import { settingFacts, settingNames, type SettingName } from './settings.ts'
import type { Source } from './setting-text.ts'

export const SETTING_ORIGINS = ['environment', 'file', 'default', 'not-set'] as const

export interface ShownSetting {
  readonly name: SettingName
  readonly origin: (typeof SETTING_ORIGINS)[number]
  /** Null where there is none, and of every secret. */
  readonly value: string | null
  readonly isSecret: boolean
  readonly description: string
}

/** What a process runs with, by the variables it was started with; of a secret only whether it is set. */
export const shownSettings = (source: Source): ShownSetting[] =>
  settingNames.map((name) => {
    const { description, secret = false, default: usual } = settingFacts(name)
    const own = source[name]?.trim() ?? ''
    const origin = originOf(name, source, usual !== undefined)
    const value = own === '' ? (usual === undefined ? null : String(usual)) : own
    return { name, origin, value: secret ? null : value, isSecret: secret, description }
  })

function originOf(name: SettingName, source: Source, hasDefault: boolean): ShownSetting['origin'] {
  if ((source[name]?.trim() ?? '') !== '') return 'environment'
  if (settingFacts(name).fromFile === true && (source[`${name}_FILE`] ?? '') !== '') return 'file'
  return hasDefault ? 'default' : 'not-set'
}
