import {
  cloudGroupOf,
  isLikeCloud,
  NO_CLOUD_SAID,
  UNREAD_CLOUD,
  type CloudGroup,
} from './cloud-groups.ts'
import { isTimeGroup, startOf, type ReportStart } from './report-start.ts'
import { pressureOf, temperaturesOf } from './pair-groups.ts'
import { remarksOf, type Remarks } from './remarks.ts'
import { isWithoutReading } from './skipped-groups.ts'
import { fractionOf, visibilityKmOf } from './visibility-group.ts'
import { isLikeWeather, weatherGroupOf, type WeatherGroup } from './weather-groups.ts'
import { windOf, type Wind } from './wind-group.ts'

/** What a METAR or SPECI report says of the moment of its observation. */
export interface Metar extends ReportStart {
  readonly wind: Wind | undefined
  readonly visibilityKm: number | undefined
  readonly weather: readonly WeatherGroup[]
  /** Not where the station did not look for any, or a group of it may be among the unread. */
  readonly isWeatherComplete: boolean
  readonly clouds: readonly CloudGroup[]
  readonly temperatureC: number | undefined
  readonly dewPointC: number | undefined
  /** The altimeter setting, reduced to sea level by the standard atmosphere. */
  readonly qnhHpa: number | undefined
  readonly remarks: Remarks
  /** Said twice, and differently: left out. */
  readonly contradictions: readonly string[]
  /** Groups of the report's body that are none we know. */
  readonly unread: readonly string[]
}

/** WMO-No. 306, FM 15; the longest report seen has some 400 characters. */
const MAX_CHARACTERS = 1000

/** A report of which more is unknown than this is garbled. */
const MAX_UNREAD = 3

/** What follows is a forecast for the next two hours. */
const TREND = /^(NOSIG|BECMG|TEMPO|INTER|PROB\d\d|FM\d{4,6})$/

/** A report that cannot be trusted, and why. */
export interface Garbled {
  readonly garbled: string
}

export function parseMetar(text: string): Metar | Garbled {
  if (text.length > MAX_CHARACTERS) return garbled('is too long')
  if (/[^\x20-\x7e\s]/.test(text)) return garbled('holds characters of no report')
  const groups = text.trim().replace(/=+$/, '').split(/\s+/)
  const remarkAt = groups.indexOf('RMK')
  const [coded, remarks] =
    remarkAt === -1 ? [groups, []] : [groups.slice(0, remarkAt), groups.slice(remarkAt + 1)]
  const start = startOf(coded)
  if (!start) return garbled('does not begin with station and time')
  if (coded.includes('NIL')) return garbled('says that there is none')
  const trendAt = coded.findIndex((group) => TREND.test(group))
  const body = coded.slice(start.length, trendAt === -1 ? undefined : trendAt)
  if (body.some(isTimeGroup)) return garbled('holds another report')
  const read = new BodyReader()
  for (const [index, group] of body.entries()) read.add(group, body[index - 1], body[index + 1])
  if (read.unread.length > MAX_UNREAD) return garbled(`holds unknown ${read.unread.join(' ')}`)
  if (read.isContradictory) return garbled('says one thing twice, and differently')
  return { ...start, ...read.values(), remarks: remarksOf(remarks), unread: read.unread }
}

const garbled = (reason: string): Garbled => ({ garbled: `the report ${reason}` })

const differs = (before: object | undefined, after: object): boolean =>
  before !== undefined && JSON.stringify(before) !== JSON.stringify(after)

/** Where a report has both hPa and inches, each is rounded down. */
const SAME_QNH_HPA = 2

/** Takes the groups of a body one by one. */
class BodyReader {
  readonly unread: string[] = []
  readonly #contradictions = new Set<string>()
  isContradictory = false
  #wind: Wind | undefined
  #visibilityKm: number | null | undefined
  #isWeatherComplete = true
  readonly #weather: WeatherGroup[] = []
  readonly #clouds: CloudGroup[] = []
  #temperatures: ReturnType<typeof temperaturesOf>
  #qnhHpa: number | null | undefined

  add(group: string, before: string | undefined, after: string | undefined): void {
    if (this.#addMeasured(group, before) || this.#addSeen(group) || isWithoutReading(group)) return
    const isWholeMiles = /^\d{1,2}$/.test(group) && fractionOf(after) !== undefined
    if (isWholeMiles) return
    this.unread.push(group)
    if (isLikeCloud(group)) this.#clouds.push(UNREAD_CLOUD)
    if (isLikeWeather(group)) this.#isWeatherComplete = false
  }

  #addMeasured(group: string, before: string | undefined): boolean {
    const wind = windOf(group)
    if (wind) {
      this.isContradictory ||= differs(this.#wind, wind)
      this.#wind ??= wind
      return true
    }
    const visibilityKm = visibilityKmOf(group, before)
    if (visibilityKm !== undefined) {
      const known = this.#visibilityKm ?? visibilityKm
      if (visibilityKm !== null && known !== visibilityKm) this.#contradictions.add('visibility')
      this.#visibilityKm = known
      if (group === 'CAVOK') this.#clouds.push(NO_CLOUD_SAID)
      return true
    }
    const temperatures = temperaturesOf(group)
    if (temperatures) {
      this.isContradictory ||= differs(this.#temperatures, temperatures)
      this.#temperatures ??= temperatures
      return true
    }
    const qnhHpa = pressureOf(group)
    if (qnhHpa === undefined) return false
    const known = this.#qnhHpa ?? qnhHpa
    const isSame = qnhHpa === null || Math.abs((known ?? qnhHpa) - qnhHpa) <= SAME_QNH_HPA
    if (!isSame) this.#contradictions.add('altimeter setting')
    this.#qnhHpa = known
    return true
  }

  #addSeen(group: string): boolean {
    const cloud = cloudGroupOf(group)
    if (cloud) this.#clouds.push(cloud)
    const weather = weatherGroupOf(group)
    if (weather) this.#weather.push(weather)
    if (group === '//') this.#isWeatherComplete = false
    return cloud !== undefined || weather !== undefined || group === '//' || group === 'NSW'
  }

  values(): Omit<Metar, keyof ReportStart | 'remarks' | 'unread'> {
    const { temperatureC, dewPointC } = this.#temperatures ?? {}
    const isSure = (what: string) => !this.#contradictions.has(what)
    return {
      wind: this.#wind,
      visibilityKm: isSure('visibility') ? (this.#visibilityKm ?? undefined) : undefined,
      weather: this.#weather,
      isWeatherComplete: this.#isWeatherComplete,
      clouds: this.#clouds,
      temperatureC,
      dewPointC,
      qnhHpa: isSure('altimeter setting') ? (this.#qnhHpa ?? undefined) : undefined,
      contradictions: [...this.#contradictions],
    }
  }
}
