import type { Freshness } from './foresight.ts'
import type { PlanReport } from './plan-report.ts'

/** The plan in one sentence. */
export function planSentence({
  isShort,
  tiers,
  cities,
  providers,
  promises,
}: Pick<PlanReport, 'isShort' | 'tiers' | 'cities' | 'providers' | 'promises'>): string {
  if (!isShort) return `the limits carry every refresh of all ${cities} cities`
  const [top, ...others] = tiers
  const rest = others.at(-1)
  const scarce = providers.filter(({ mostPerDay: most }) => most !== null).map(({ id }) => id)
  const later = rest ? `, ${rest.name} ${ageOf(rest)}` : ''
  return `${scarce.join(' and ')} cannot carry every refresh: mean age of ${top?.name ?? 'all'} ${ageOf(top)}${later}${brokenOf(promises)}`
}

const ageOf = (freshness: Freshness | undefined): string =>
  freshness?.meanAge === null || freshness === undefined
    ? 'unknown'
    : `${Math.round(freshness.meanAge)} min`

/** What is promised and cannot be kept. */
function brokenOf(promises: PlanReport['promises']): string {
  const cut = promises.filter(({ held, cities }) => held < cities)
  const stretched = promises.filter((one) => one.keptMinutes > 1.01 * one.promisedMinutes)
  return [
    ...cut.map((one) => `; of ${one.name} ${one.held} are held at ${one.promisedMinutes} min`),
    ...stretched.map(
      (one) =>
        `; ${one.name} within ${Math.round(one.keptMinutes)} min, not ${one.promisedMinutes}`,
    ),
  ].join('')
}
