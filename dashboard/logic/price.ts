import { tightestWindow, type ToldWindow } from '../../domain/quota/lasting-windows.ts'
import { moneyText, type Cost } from './budget.ts'
import { numberText } from './format.ts'

export interface PlannedRequest {
  readonly provider: string
  readonly cities: number
  readonly requests: number
  readonly weight: number
}

export interface ServiceFact {
  readonly name: string
  readonly windows: readonly (ToldWindow & { readonly remaining: number | null })[]
  readonly cost: Pick<Cost, 'cost_per_request'>
}

/** What requests take of what is left: `Open-Meteo: 37 cities in 1 request, 37 of 2 188 calls left this day`. */
export function priceText(planned: PlannedRequest, service: ServiceFact | undefined): string {
  const { provider, cities, requests, weight } = planned
  const what = `${numberText(cities)} ${cities === 1 ? 'city' : 'cities'} in ${numberText(requests)} ${requests === 1 ? 'request' : 'requests'}`
  const tightest = service && tightestWindow(service.windows)
  const left = tightest?.remaining ?? null
  const cost =
    tightest && left !== null
      ? `about ${numberText(weight)} of ${numberText(left)} calls left this ${tightest.window}`
      : `about ${numberText(weight)} calls, without a limit in days or months`
  const price = service?.cost.cost_per_request ?? null
  const money = price === null ? '' : `, which cost ${moneyText(price * weight)}`
  return `${service?.name ?? provider}: ${what}, ${cost}${money}`
}
