import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common'
import {
  CancellationScope,
  ChildWorkflowFailure,
  condition,
  executeChild,
  isCancellation,
  ParentClosePolicy,
} from '@temporalio/workflow'
import type { ClaimedCity } from '../db/queries/claims.ts'
import type { RefreshCitiesInput, RefreshCitiesResult, RefreshTally } from '../contracts/refresh.ts'
import { CITY_ID, RUN_KIND, TRIGGER } from '../contracts/search-attributes.ts'
import { addTallies, EMPTY_TALLY, tallyOf } from '../contracts/tally.ts'
import { workflowIds } from '../contracts/workflow-ids.ts'
import type { CityId } from '../domain/city.ts'
import { attemptsOf, noProviderAnswered } from './failed-attempts.ts'
import { awaitOtherRunsAt, refreshInBulk, storage } from './proxies.ts'
import { refreshCity } from './refresh-city.ts'

/** A city another run left undone is taken up once more; then the next tick has it. */
const MOST_ROUNDS = 2

interface Round {
  readonly tally: RefreshTally
  /** Other runs are at them. */
  readonly held: readonly CityId[]
}

/**
 * Refreshes a shard. Gear city: a child per city, a bounded number at a time. Gear bulk: one
 * activity for all, and children only for failures that are a city's own. Cities that other runs
 * hold are waited for. Its history is bounded by the shard's size; cancelling it cancels children
 * and activity, and what they had not stored stays due.
 */
export async function refreshCities(input: RefreshCitiesInput): Promise<RefreshCitiesResult> {
  const shard = new Shard(input)
  let round = await shard.refresh(input.cityIds)
  for (let rounds = 1; round.held.length > 0 && rounds <= MOST_ROUNDS; rounds++) {
    const { context } = input
    const cityIds = round.held
    const { joined, abandoned } = await awaitOtherRunsAt(cityIds.length)({ context, cityIds })
    shard.add({ ...EMPTY_TALLY, joined: joined.length })
    if (abandoned.length === 0) break
    round = await shard.refresh(abandoned)
  }
  return shard.result()
}

class Shard {
  readonly #input: RefreshCitiesInput
  #tally = EMPTY_TALLY
  #ownFailureChildren = 0

  constructor(input: RefreshCitiesInput) {
    this.#input = input
  }

  add(tally: RefreshTally): void {
    this.#tally = addTallies(this.#tally, tally, this.#input.failureSample)
  }

  result(): RefreshCitiesResult {
    return { tally: this.#tally, ownFailureChildren: this.#ownFailureChildren }
  }

  async refresh(cityIds: readonly CityId[]): Promise<Round> {
    const round = await (this.#input.fanOut === 'bulk'
      ? this.#inBulk(cityIds)
      : this.#byCity(cityIds))
    this.add(round.tally)
    return round
  }

  async #inBulk(cityIds: readonly CityId[]): Promise<Round> {
    const { context, failureSample } = this.#input
    const ownFailureChildren = this.#input.ownFailureChildren - this.#ownFailureChildren
    const bulk = await refreshInBulk(cityIds.length)({
      context,
      cityIds,
      ownFailureChildren,
      failureSample,
    })
    this.#ownFailureChildren += bulk.ownFailures.length
    const children = await this.#children(bulk.ownFailures)
    return {
      tally: addTallies(bulk.tally, children.tally, failureSample),
      held: [...bulk.held, ...children.held],
    }
  }

  async #byCity(cityIds: readonly CityId[]): Promise<Round> {
    const { context, failureSample } = this.#input
    const { claimed, held, gone } = await storage.claimCities({ context, cityIds })
    const children = await this.#children(claimed)
    return {
      tally: addTallies(children.tally, { ...EMPTY_TALLY, joined: gone.length }, failureSample),
      held: [...held, ...children.held],
    }
  }

  async #children(cities: readonly ClaimedCity[]): Promise<Round> {
    const { childrenInFlight, context, failureSample } = this.#input
    let tally = EMPTY_TALLY
    let inFlight = 0
    const held: CityId[] = []
    const refreshOne = async (claimed: ClaimedCity): Promise<void> => {
      try {
        const one = await this.#child(claimed)
        if (one) tally = addTallies(tally, one, failureSample)
        else held.push(claimed.city.id)
      } finally {
        inFlight -= 1
      }
    }
    const all: Promise<void>[] = []
    try {
      for (const claimed of cities) {
        await condition(() => inFlight < childrenInFlight)
        inFlight += 1
        all.push(refreshOne(claimed))
      }
    } finally {
      await Promise.allSettled(all)
    }
    const cancelled = (await Promise.allSettled(all)).find((end) => end.status === 'rejected')
    if (cancelled) throw cancelled.reason
    if (held.length > 0) await storage.releaseCities({ runId: context.runId, cityIds: held })
    return { tally, held }
  }

  /** Undefined when somebody's own run of the city is under way: it is waited for. */
  async #child({ city, products }: ClaimedCity): Promise<RefreshTally | undefined> {
    const { context, timings, failureSample } = this.#input
    const { runId, trigger, claimMs, priority, force } = context
    try {
      const { provider, attempts, outcome } = await executeChild(refreshCity, {
        workflowId: workflowIds.refreshCity(city.id),
        args: [{ city, products, runId, claimMs, priority, force, timings }],
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
      // Somebody cancelled the one city: the others are refreshed, and it stays due.
      if (isCancellation(error)) return { ...EMPTY_TALLY, left: 1 }
      const attempts = attemptsOf(noProviderAnswered(error))
      const failed = { cityId: city.id, name: city.name, provider: null, attempts }
      return tallyOf([{ ...failed, outcome: 'failed' }], failureSample)
    }
  }
}
