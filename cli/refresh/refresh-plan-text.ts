import type { PlannedRefresh } from '../../db/queries/refresh-plan.ts'
import type { PlannedCall, PlannedRequests } from '../../domain/provider/planned-requests.ts'
import type { DueReason } from '../../domain/weather/due-reason.ts'
import { citiesText, countText } from '../terminal/format.ts'
import { tableText } from '../terminal/table.ts'

const REASONS: Readonly<Record<DueReason, string>> = {
  forced: 'forced',
  'never-fetched': 'never fetched',
  'too-old': 'too old',
}

/** A share of a request that many cities have in common is rarely a whole number. */
const weightText = (weight: number): string => String(Number(weight.toFixed(2)))

export function refreshPlanText({ total, due, cities, requests }: PlannedRefresh): string {
  const sum = `Nothing is started. Due: ${due} of ${citiesText(total)}.`
  if (cities.length === 0) return sum
  const rest = due - cities.length
  return [
    sum,
    citiesTable(cities),
    ...(rest > 0 ? [`and ${rest} more; for those above:`] : []),
    ...requests.map(requestsText),
    'Counted as if the first provider that has a product answers for it.',
  ].join('\n')
}

const citiesTable = (cities: PlannedRefresh['cities']): string =>
  tableText(
    [
      { title: 'city', text: ({ city }) => `${city.name}, ${city.countryCode}`, rank: 0 },
      { title: 'why', text: ({ reason }) => REASONS[reason], rank: 1 },
      { title: 'provider', text: eachCall(({ provider }) => provider), rank: 0 },
      { title: 'products', text: eachCall(({ products }) => products.join(', ')), rank: 2 },
      {
        title: 'weight',
        text: eachCall(({ weight }) => weightText(weight)),
        align: 'right',
        rank: 0,
      },
    ],
    cities,
  )

const eachCall =
  (text: (call: PlannedCall) => string) =>
  ({ calls }: PlannedRefresh['cities'][number]): string =>
    calls.map(text).join('\n')

const requestsText = ({ provider, cities, requests, weight }: PlannedRequests): string =>
  `  ${provider}: ${citiesText(cities)} in ${countText(requests, 'request', 'requests')}, weight ${weightText(weight)}`
