import { HOUR_MS } from '../time/durations.ts'
import { startOfHour } from '../time/hours.ts'
import { circuitText } from './circuit.ts'
import { isLasting } from '../quota/lasting-windows.ts'
import { requestsOf, type UsageHour } from '../quota/levels.ts'
import type { ProviderQuotaReport } from '../quota/quota-report.ts'
import { PROVIDER_ERROR_FACTS } from './provider-error.ts'
import type { ProviderId } from './provider-catalogue.ts'

/** Whether a provider can be asked now, and what is in the way. */
export interface ProviderState {
  readonly provider: ProviderId
  readonly isUsable: boolean
  /** Null where it is usable. */
  readonly reason: string | null
}

/** The rule in one sentence, for people. */
export const PROVIDER_STATE_RULE =
  'It can be asked while its key, where it needs one, is there and was not refused, no cooldown ' +
  'holds, no window of its quota but the minute is spent, and not most of the requests of the last ' +
  'hour failed.'

/** As the circuit breakers in the workers judge, over the last hour or two that are counted. */
const MIN_REQUESTS = 5
const FAILED_SHARE = 0.6

export interface ProviderStateFacts {
  readonly report: ProviderQuotaReport
  readonly hours: readonly UsageHour[]
  /** Whether it has the key that it cannot be asked without. */
  readonly hasKey: boolean
}

/** Judged by what is stored: no request is sent. */
export function providerState(facts: ProviderStateFacts, now: Date): ProviderState {
  const reason = whyUnusable(facts, now)
  return { provider: facts.report.provider, isUsable: reason === null, reason }
}

function whyUnusable({ report, hours, hasKey }: ProviderStateFacts, now: Date): string | null {
  if (!hasKey) return 'its key is missing'
  const { parkedUntil, parkedReason, isKeyRefused, circuits, windows } = report
  if (isKeyRefused) return `its key was refused: ${parkedReason ?? 'no reason given'}`
  if (parkedUntil !== null) {
    return `paused until ${parkedUntil}: ${parkedReason ?? 'no reason given'}`
  }
  const full = windows.filter(isLasting).find(({ remaining }) => remaining === 0)
  if (full) return `out of quota for this ${full.window} until ${full.resetsAt}`
  const [circuit] = circuits.filter(({ endpoint }) => endpoint.split('+').includes('conditions'))
  return circuit ? circuitText(circuit) : whyFailing(hours, now)
}

/** Each process judges its own latest requests; these are those of all. */
function whyFailing(hours: readonly UsageHour[], now: Date): string | null {
  const since = startOfHour(now).getTime() - HOUR_MS
  const sent = hours.filter(
    ({ hour, outcome }) => hour.getTime() >= since && outcome !== 'rate-limited',
  )
  const failed = sent.filter(
    ({ outcome }) => outcome !== 'ok' && PROVIDER_ERROR_FACTS[outcome].blame === 'provider',
  )
  const [all, lost] = [requestsOf(sent), requestsOf(failed)]
  if (all < MIN_REQUESTS || lost < FAILED_SHARE * all) return null
  return `${lost} of its latest ${all} requests failed, so that its circuit opens`
}
