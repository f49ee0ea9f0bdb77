import { circuitText } from '../provider/circuit.ts'
import { providerFacts } from '../provider/provider-catalogue.ts'
import type { QuotaWindow } from './windows.ts'
import { isHealthyRate } from './levels.ts'
import type { ProviderQuotaReport, QuotaWindowReport } from './quota-report.ts'

const RELIEF = 'add a provider, fewer cities, or a longer interval'

/** Sentences a person can act on. */
export function warningsOf(report: ProviderQuotaReport, now: Date): string[] {
  const { name } = providerFacts(report.provider)
  return [
    ...parkedWarnings(report, now),
    ...quotaWarnings(report, now),
    ...moneyWarnings(report),
    ...healthWarnings(report),
  ].map((warning) => `${name}: ${warning}`)
}

function parkedWarnings(report: ProviderQuotaReport, now: Date): string[] {
  const { provider, parkedUntil, parkedReason, isKeyRefused, circuits } = report
  const why = parkedReason ?? 'no reason given'
  const test = `\`weather247 providers test ${provider}\``
  return [
    ...(isKeyRefused
      ? [
          `not asked, because its key was refused (${why}); correct its key or contact and restart, or try ${test}`,
        ]
      : []),
    ...(parkedUntil === null ? [] : [`paused until ${timeText(parkedUntil, now)} (${why})`]),
    ...circuits
      .filter(({ cause }) => cause === 'contract')
      .map((one) => `${circuitText(one)}; ${test} tries it`),
  ]
}

/** A day's exhaustion is predicted; one busy hour says little about a month. */
function quotaWarnings({ windows }: ProviderQuotaReport, now: Date): string[] {
  return windows
    .filter(({ window, level, exhaustedAt }) => {
      const runsOut = exhaustedAt !== null && window === 'day'
      return level !== 'healthy' || runsOut
    })
    .map((window) => `${usageText(window)}, ${endText(window, now)}; ${RELIEF}`)
}

const WHOSE: Readonly<Record<QuotaWindow, string>> = {
  minute: "this minute's",
  hour: "this hour's",
  day: "today's",
  month: "this month's",
}

const usageText = ({ window, usedShare, limit }: QuotaWindowReport): string =>
  `${percentText(usedShare ?? 0)} of ${WHOSE[window]} ${amountText(limit ?? 0)} used`

function endText({ remaining, exhaustedAt, resetsAt }: QuotaWindowReport, now: Date): string {
  const reset = timeText(resetsAt, now)
  if (remaining === 0) return `no request is sent until ${reset}`
  if (exhaustedAt === null) return `lasts at the current pace until it is reset at ${reset}`
  return `runs out at ${timeText(exhaustedAt, now)} at the current pace`
}

function moneyWarnings({ money }: ProviderQuotaReport): string[] {
  if (!money || money.level === 'healthy') return []
  const { spentShare, budget } = money
  const said = `${percentText(spentShare ?? 0)} of this month's budget of ${budget ?? 0} spent`
  return [`${said}; raise it, lower its priority, or use another provider`]
}

function healthWarnings({ successRate, requests, mainFailure }: ProviderQuotaReport): string[] {
  if (successRate === null || isHealthyRate(successRate)) return []
  const answered = `${percentText(successRate)} of the last 24 hours' requests answered`
  const failure = mainFailure === null ? '' : `, most others failed as ${mainFailure}`
  return [
    `only ${answered} (${amountText(requests)} made)${failure}; see its status page, or put another provider first`,
  ]
}

/** Never rounded up to all. */
const percentText = (share: number): string => `${Math.floor(share * 100 + 1e-9)} %`

const amountText = (weight: number): string =>
  String(Math.round(weight)).replace(/\B(?=(\d{3})+$)/g, ' ')

/** With its date where that is not today's. */
function timeText(iso: string, now: Date): string {
  const isToday = iso.slice(0, 10) === now.toISOString().slice(0, 10)
  return `${isToday ? '' : `${iso.slice(0, 10)} `}${iso.slice(11, 16)} UTC`
}
