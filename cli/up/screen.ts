import { durationText, citiesText } from '../terminal/format.ts'

export interface ProviderShare {
  readonly name: string
  /** Share of the published day; null where the provider publishes no daily limit. */
  readonly shareOfDay: number | null
}

export interface NextRun {
  readonly schedule: string
  readonly at: Date | null
  readonly isPaused: boolean
}

export interface FirstRefresh {
  readonly refreshed: number
  readonly failed: number
  /** Fresh enough not to be refreshed. */
  readonly fresh: number
  readonly durationMs: number
}

export interface ScreenFacts {
  readonly mode: 'live' | 'demo'
  readonly apiUrl: string
  readonly webUiUrl: string | undefined
  readonly cities: number
  readonly first: FirstRefresh | undefined
  readonly everyMinutes: number
  readonly maxAgeMinutes: number
  readonly shares: readonly ProviderShare[]
  /** In one sentence, where the limits do not carry every refresh. */
  readonly plan?: string
  /** Names of providers that ask for a contact, where none is set. */
  readonly contactAskedBy: readonly string[]
  /** Names of providers that forbid commercial use, where this is one. */
  readonly barredFromCommerce: readonly string[]
  readonly next: readonly NextRun[]
  readonly dataDir: string
}

/** A running instance on one screen of 24 lines. */
export function screenText(facts: ScreenFacts, now: Date): string {
  const rows: [string, string][] = [
    ['Dashboard', `${facts.apiUrl}/`],
    ['API', facts.apiUrl],
    ['API documentation', `${facts.apiUrl}/docs`],
    [
      'Temporal Web UI',
      facts.webUiUrl ?? 'of your Temporal server (WEATHER247_WEB_UI_URL links it)',
    ],
    ['Cities', citiesRow(facts)],
    [
      'Kept fresh',
      facts.plan ??
        `every ${facts.everyMinutes} min, aiming at no weather older than ${facts.maxAgeMinutes} min`,
    ],
    ...shareRows(facts),
    ...contactRows(facts),
    ...commerceRows(facts),
    ...nextRows(facts.next, now),
    ['Data and logs', facts.dataDir],
  ]
  const width = Math.max(...rows.map(([label]) => label.length))
  const lines = rows.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`)
  return [...titleOf(facts), '', ...lines, '', '  Stop with Ctrl+C.'].join('\n')
}

function titleOf({ mode }: ScreenFacts): string[] {
  if (mode === 'live') return ['Weather247 is running.']
  return [
    'Weather247 is running as a DEMO.',
    'All weather here is SIMULATED by a local program: no weather service is used.',
  ]
}

function citiesRow({ cities, first }: ScreenFacts): string {
  if (first === undefined) return `${cities}; the first refresh still runs`
  if (first.fresh >= cities) return `all ${cities} are fresh already`
  const parts = [`${first.refreshed} of ${cities} refreshed in ${durationText(first.durationMs)}`]
  if (first.fresh > 0) parts.push(`${first.fresh} fresh already`)
  if (first.failed > 0) parts.push(`${first.failed} failed: what is stored is served, marked stale`)
  return parts.join(', ')
}

function shareRows({ mode, shares, cities }: ScreenFacts): [string, string][] {
  const label = mode === 'demo' ? 'Would take, live' : 'Takes of a day'
  const scope = `${citiesText(cities)} with forecasts and air quality, if it serves all`
  return shares.map(({ name, shareOfDay }, index) => {
    const isFollowed = index < shares.length - 1
    const text = shareText(shareOfDay, isFollowed)
    return [index === 0 ? label : '', `${name}: ${text}${index === 0 ? ` (${scope})` : ''}`]
  })
}

function shareText(shareOfDay: number | null, isFollowed: boolean): string {
  if (shareOfDay === null) return 'no daily limit published'
  const text = `${percentText(shareOfDay)} of its daily limit`
  return shareOfDay > 1 && isFollowed ? `${text}, the rest from the next` : text
}

function contactRows({ mode, contactAskedBy: names }: ScreenFacts): [string, string][] {
  if (mode === 'demo' || names.length === 0) return []
  const asking = `${names.join(' and ')} ${names.length > 1 ? 'ask' : 'asks'} for one`
  return [['Contact', `${asking}: set WEATHER_CONTACT to your e-mail address or URL`]]
}

function commerceRows({ barredFromCommerce: names }: ScreenFacts): [string, string][] {
  if (names.length === 0) return []
  const plans = names.length > 1 ? 'their free plans forbid' : 'its free plan forbids'
  return [['Left out', `${names.join(' and ')}: ${plans} commercial use (WEATHER247_COMMERCIAL)`]]
}

export function percentText(share: number): string {
  if (!Number.isFinite(share)) return 'more than all'
  const percent = share * 100
  return `${percent < 10 ? percent.toFixed(1) : Math.round(percent)} %`
}

function nextRows(next: readonly NextRun[], now: Date): [string, string][] {
  return next.map((run, index) => [index === 0 ? 'Runs next' : '', nextText(run, now)])
}

function nextText({ schedule, at, isPaused }: NextRun, now: Date): string {
  if (isPaused) return `${schedule}: paused`
  if (at === null) return `${schedule}: no run planned`
  const inMs = Math.max(0, at.getTime() - now.getTime())
  return `${schedule} in ${durationText(inMs)}, at ${at.toISOString().slice(11, 16)} UTC`
}
