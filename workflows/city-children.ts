import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common'
import {
  CancellationScope,
  ChildWorkflowFailure,
  executeChild,
  isCancellation,
  ParentClosePolicy,
} from '@temporalio/workflow'
import type { RefreshCitiesInput } from '../contracts/refresh.ts'
import { cityTimings } from '../contracts/refresh-shape.ts'
import { CITY_ID, RUN_KIND, TRIGGER } from '../contracts/search-attributes.ts'
import { tallyOf } from '../contracts/city-tally.ts'
import { addTallies, EMPTY_TALLY, type RefreshTally } from '../contracts/tally.ts'
import { workflowIds } from '../contracts/workflow-ids.ts'
import type { ClaimedCity } from '../domain/city/claimed-city.ts'
import type { CityId } from '../domain/city/city.ts'
import { attemptsOf, findNoProviderAnswered } from './attempts-report.ts'
import { forEachChild } from './bounded-children.ts'
import { storage } from './proxies.ts'
import { refreshCity } from './refresh-city.ts'

/** Result of a part of a shard. */
export interface Round {
  readonly tally: RefreshTally
  /** Claimed by other runs. */
  readonly held: readonly CityId[]
}

/** A child for each claimed city, a bounded number at a time. */
export async function refreshEach(
  input: RefreshCitiesInput,
  cities: readonly ClaimedCity[],
): Promise<Round> {
  const { childrenInFlight: maxInFlight, context, failureSample } = input
  let tally = EMPTY_TALLY
  const held: CityId[] = []
  await forEachChild(cities, { maxInFlight }, async (claimed) => {
    const one = await refreshByChild(input, claimed)
    if (one) tally = addTallies(tally, one, failureSample)
    else held.push(claimed.city.id)
  })
  if (held.length > 0) await storage.releaseCities({ runId: context.runId, cityIds: held })
  return { tally, held }
}

/** Undefined when a run of the one city is under way: it is waited for. */
async function refreshByChild(
  { context, timings, failureSample }: RefreshCitiesInput,
  { city, products, first }: ClaimedCity,
): Promise<RefreshTally | undefined> {
  const { runId, trigger, claimMs, priority, force } = context
  const retries = cityTimings(timings)
  const { plan, tickSeconds, maxAgeSeconds, ceilings } = context
  const planned = plan && { planned: { tickSeconds, maxAgeSeconds } }
  const asked = {
    city,
    products,
    ...(first && { first }),
    ...planned,
    ...(ceilings && { ceilings }),
  }
  try {
    const { provider, attempts, outcome } = await executeChild(refreshCity, {
      workflowId: workflowIds.refreshCity(city.id),
      args: [{ ...asked, runId, claimMs, priority, force, timings: retries }],
      parentClosePolicy: ParentClosePolicy.REQUEST_CANCEL,
      staticSummary: `${city.name}, ${city.countryCode}`,
      typedSearchAttributes: [
        { key: TRIGGER, value: trigger },
        { key: RUN_KIND, value: 'refresh' },
        { key: CITY_ID, value: String(city.id) },
      ],
    })
    const ending = { cityId: city.id, name: city.name, outcome, provider, attempts }
    return tallyOf([ending], failureSample)
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return undefined
    const isOurs = CancellationScope.current().consideredCancelled
    if (isOurs || !(error instanceof ChildWorkflowFailure)) throw error
    // The one city was cancelled: the others are refreshed, and it stays due.
    if (isCancellation(error)) return { ...EMPTY_TALLY, left: 1 }
    const attempts = attemptsOf(findNoProviderAnswered(error))
    const failed = { cityId: city.id, name: city.name, provider: null, attempts }
    return tallyOf([{ ...failed, outcome: 'failed' }], failureSample)
  }
}
