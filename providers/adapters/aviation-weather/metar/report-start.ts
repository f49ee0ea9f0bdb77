/** The first groups of a report: whose it is, and of when. */
export interface ReportStart {
  readonly stationId: string
  /** Of the month and the UTC day of the observation. */
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly isAutomatic: boolean
  /** 0 for an original; a later correction has a higher number. */
  readonly correction: number
  /** Groups taken. */
  readonly length: number
}

const STATION = /^[A-Z][A-Z0-9]{3}$/
const TIME = /^(\d{2})(\d{2})(\d{2})Z$/

export const isTimeGroup = (group: string): boolean => TIME.test(group)

/** Undefined where station or time are missing or cannot be. */
export function startOf(groups: readonly string[]): ReportStart | undefined {
  let at = /^(METAR|SPECI)$/.test(groups[0] ?? '') ? 1 : 0
  let correction = correctionOf(groups[at])
  if (correction > 0) at += 1
  const stationId = groups[at] ?? ''
  const [, ...time] = TIME.exec(groups[at + 1] ?? '') ?? []
  const [day = 0, hour = 24, minute = 60] = time.map(Number)
  if (!STATION.test(stationId) || day < 1 || day > 31 || hour > 23 || minute > 59) return undefined
  at += 2
  let isAutomatic = false
  for (; isModifier(groups[at]); at += 1) {
    correction = Math.max(correction, correctionOf(groups[at]))
    isAutomatic ||= groups[at] === 'AUTO'
  }
  return { stationId, day, hour, minute, isAutomatic, correction, length: at }
}

const isModifier = (group: string | undefined): boolean =>
  group === 'AUTO' || group === 'RTD' || correctionOf(group) > 0

/** `COR`, or in Canada `CCA`, `CCB` and so on. */
function correctionOf(group = ''): number {
  if (group === 'COR') return 1
  const letter = /^CC([A-Z])$/.exec(group)?.[1]
  return letter === undefined ? 0 : letter.charCodeAt(0) - 'A'.charCodeAt(0) + 1
}
