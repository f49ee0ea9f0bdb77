import type { IncidentSeverity } from '../incidents/incident.ts'
import { incidentNowText, type ToldIncidentFacts } from '../incidents/incident-text.ts'
import { ageText, spanText } from '../text/age-text.ts'
import { groupedText } from '../text/grouped-text.ts'

/** Best first. */
export const VERDICT_LEVELS = ['ok', 'notice', 'warning', 'critical'] as const

export type VerdictLevel = (typeof VERDICT_LEVELS)[number]

/** How much an incident weighs, wherever it is shown. */
export const INCIDENT_LEVELS: Readonly<Record<IncidentSeverity, VerdictLevel>> = {
  minor: 'notice',
  major: 'warning',
  critical: 'critical',
}

/** In the order in which they are tried: the first that holds is the answer. */
export const VERDICT_RULES = [
  'temporal-away',
  'no-worker',
  'paused',
  'no-cities',
  'first-refresh',
  'late',
  'incident',
  'quota',
  'fresh',
] as const

export type VerdictRule = (typeof VERDICT_RULES)[number]

/** One sentence that says how it stands. */
export interface Verdict {
  readonly level: VerdictLevel
  readonly rule: VerdictRule
  readonly sentence: string
}

export interface OldestCity {
  readonly name: string
  readonly countryCode: string
  readonly ageSeconds: number
}

export interface VerdictFacts {
  /** Null where Temporal, which alone knows, does not answer. */
  readonly work: {
    readonly isRefreshServed: boolean
    /** The note of the refresh's schedule where it is paused. */
    readonly pausedWith: string | null
  } | null
  readonly cities: {
    readonly total: number
    /** Of them, those that never had weather. */
    readonly never: number
    /** Of the others, those older than is fresh. */
    readonly late: number
    /** Of those that have weather. */
    readonly oldest: OldestCity | null
  }
  /** Of the incidents during which a provider does not serve, the worst; null where there is none. */
  readonly incident: (ToldIncidentFacts & { readonly severity: IncidentSeverity }) | null
  /** Providers that cannot be asked now. */
  readonly away: readonly { readonly name: string; readonly reason: string }[]
  /** Of the windows that run out before they are reset, the one that does so first. */
  readonly dry: {
    readonly name: string
    readonly inSeconds: number
    readonly beforeResetSeconds: number
  } | null
}

type Rule = (facts: VerdictFacts) => Omit<Verdict, 'rule'> | null

const RULES: Readonly<Record<VerdictRule, Rule>> = {
  'temporal-away': ({ work }) =>
    work === null
      ? critical('Temporal does not answer: nothing is refreshed, what is stored is served.')
      : null,
  'no-worker': ({ work }) =>
    work?.isRefreshServed === false
      ? critical('Nothing is refreshed: no worker takes tasks of weather_refresh.')
      : null,
  paused: ({ work }) => {
    const note = work?.pausedWith ?? null
    if (note === null) return null
    return warning(note === '' ? 'Refreshing is paused.' : `Refreshing is paused: “${note}”.`)
  },
  'no-cities': ({ cities: { total } }) =>
    total === 0 ? notice('There are no cities yet: add one, or import a list.') : null,
  'first-refresh': ({ cities: { total, never } }) =>
    2 * never > total
      ? notice(`First refresh: ${groupedText(total - never)} of ${ofCities(total)} have weather.`)
      : null,
  late: lateOf,
  incident: ({ incident, cities: { total } }) => {
    if (!incident) return null
    const sentence = `${incidentNowText(incident)}. ${total === 1 ? 'The city is' : `All ${ofCities(total)} are`} fresh.`
    return { level: INCIDENT_LEVELS[incident.severity], sentence }
  },
  quota: ({ dry }) =>
    dry &&
    notice(
      `${dry.name} runs out of its quota in ${spanText(dry.inSeconds)}, ` +
        `${spanText(dry.beforeResetSeconds)} before it is reset.`,
    ),
  fresh: ({ cities: { total, oldest } }) => {
    const whole = total === 1 ? 'The one city is fresh' : `All ${ofCities(total)} are fresh`
    const oldestText = oldest ? `; the oldest is ${oldText(oldest)}` : ''
    return { level: 'ok', sentence: `${whole}${oldestText}.` }
  },
}

export function verdictOf(facts: VerdictFacts): Verdict {
  for (const rule of VERDICT_RULES) {
    const found = RULES[rule](facts)
    if (found) return { ...found, rule }
  }
  throw new Error('the last rule always holds')
}

function lateOf({ cities, incident, away }: VerdictFacts): ReturnType<Rule> {
  const { total, never, oldest } = cities
  const late = cities.late + never
  if (late === 0) return null
  const many = `${groupedText(late)} of ${ofCities(total)} ${late === 1 ? 'is' : 'are'} late`
  const say = 2 * late > total ? critical : warning
  if (incident) return say(`${many}: ${incidentNowText(incident)}.`)
  const [cause] = away
  if (cause) return say(`${many}: ${cause.name} cannot be asked, ${cause.reason}.`)
  if (cities.late === 0) return say(`${many}: never refreshed until now.`)
  return say(oldest ? `${many}; the oldest is ${oldText(oldest)}.` : `${many}.`)
}

const ofCities = (count: number): string =>
  `${groupedText(count)} ${count === 1 ? 'city' : 'cities'}`

const oldText = ({ name, countryCode, ageSeconds }: OldestCity): string =>
  ageSeconds < 60
    ? `a moment old (${name}, ${countryCode})`
    : `${ageText(ageSeconds)} old (${name}, ${countryCode})`

const notice = (sentence: string) => ({ level: 'notice', sentence }) as const
const warning = (sentence: string) => ({ level: 'warning', sentence }) as const
const critical = (sentence: string) => ({ level: 'critical', sentence }) as const
