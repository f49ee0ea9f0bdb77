/** WMO-No. 306, code table 4678, and PY (spray), which the United States report. */
export const DESCRIPTORS = ['MI', 'BC', 'PR', 'DR', 'BL', 'SH', 'TS', 'FZ'] as const

export const PHENOMENA = [
  ...['DZ', 'RA', 'SN', 'SG', 'IC', 'PL', 'GR', 'GS', 'UP'],
  ...['BR', 'FG', 'FU', 'VA', 'DU', 'SA', 'HZ', 'PY'],
  ...['PO', 'SQ', 'FC', 'SS', 'DS'],
] as const

export interface WeatherGroup {
  readonly intensity: 'light' | 'moderate' | 'heavy'
  /** Within 8 to 16 km of the station, not there. */
  readonly isInVicinity: boolean
  readonly descriptors: readonly string[]
  readonly phenomena: readonly string[]
}

const GROUP = new RegExp(
  `^([+-]|VC)?((?:${DESCRIPTORS.join('|')}){0,2})((?:${PHENOMENA.join('|')}){0,3})$`,
)

/** Showers and thunderstorms stand alone where nothing falls at the station. */
const STANDS_ALONE = /^(SH|TS)$/

const INTENSITIES = new Map([
  ['-', 'light'],
  ['+', 'heavy'],
] as const)

/** One group of present weather, such as `-RA`, `+TSRAGR`, `VCSH` or `FZFG`. */
export function weatherGroupOf(group: string): WeatherGroup | undefined {
  const [all, sign = '', descriptors = '', phenomena = ''] = GROUP.exec(group) ?? []
  if (all === undefined || (phenomena === '' && !STANDS_ALONE.test(descriptors))) return undefined
  return {
    intensity: INTENSITIES.get(sign as '-' | '+') ?? 'moderate',
    isInVicinity: sign === 'VC',
    descriptors: descriptors.match(/../g) ?? [],
    phenomena: phenomena.match(/../g) ?? [],
  }
}

const LETTERS = new RegExp([...DESCRIPTORS, ...PHENOMENA].join('|'))

/** Whether a group that is not understood may have been one of present weather. */
export const isLikeWeather = (group: string): boolean => LETTERS.test(group)
