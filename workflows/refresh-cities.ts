import { sleep } from '@temporalio/workflow'
import type { RefreshCitiesInput } from '../contracts/refresh.ts'
import { RECORDED_SHAPE } from '../contracts/refresh-shape.ts'
import type { PassToCome } from '../contracts/refresh-activities.ts'
import type { RefreshCitiesResult } from '../contracts/refresh-results.ts'
import { addTallies, EMPTY_TALLY, type RefreshTally } from '../contracts/tally.ts'
import type { CityId } from '../domain/city/city.ts'
import { refreshEach, type Round } from './city-children.ts'
import { awaitOtherRunsAt, refreshInBulk, storage } from './proxies.ts'

/**
 * Refreshes a shard. Gear city: a child per city, a bounded number at a time. Gear bulk: one
 * activity for all, again for those that failed for a reason that passes, after durable waits, and
 * children only for failures that are a city's own. Cities that other runs hold are waited for. Its
 * history is bounded by the shard's size and the passes of its input; cancelling it ends a wait,
 * cancels children and activity, and what they had not stored stays due.
 */
export async function refreshCities(input: RefreshCitiesInput): Promise<RefreshCitiesResult> {
  const shard = new Shard(input)
  const { context, failureSample, maxRounds = RECORDED_SHAPE.maxRounds } = input
  let round = await shard.refresh(input.cityIds)
  for (let rounds = 1; round.held.length > 0 && rounds <= maxRounds; rounds++) {
    const cityIds = round.held
    const others = await awaitOtherRunsAt(cityIds.length)({ context, cityIds, failureSample })
    shard.add({ ...EMPTY_TALLY, joined: others.joined.length })
    if (others.failed) shard.add(others.failed)
    if (others.abandoned.length === 0) break
    round = await shard.refresh(others.abandoned)
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
      ? this.#pass(cityIds, 1)
      : this.#byCity(cityIds))
    this.add(round.tally)
    return round
  }

  /** Failures of a city's own and what waits for the next pass do not wait for each other. */
  async #pass(cityIds: readonly CityId[], number: number): Promise<Round> {
    const { context, failureSample, timings, noPassAfterMs: noneAfterMs } = this.#input
    const { passes } = timings
    const canFollow = passes !== undefined && noneAfterMs !== undefined
    const { tally, held, ownFailures, again } = await refreshInBulk(cityIds.length)({
      context,
      cityIds,
      ownFailureChildren: this.#input.ownFailureChildren - this.#ownFailureChildren,
      failureSample,
      ...(canFollow && { pass: { number, timings: passes, noneAfterMs } }),
    })
    this.#ownFailureChildren += ownFailures.length
    const rounds = await allOf([
      refreshEach(this.#input, ownFailures),
      again ? this.#nextPass(again, number + 1) : Promise.resolve(NOTHING),
    ])
    return rounds.reduce((sum, one) => this.#sum(sum, one), { tally, held })
  }

  async #nextPass({ cityIds, waitMs }: PassToCome, number: number): Promise<Round> {
    await sleep(waitMs, { summary: `pass ${number} over ${cityIds.length} cities` })
    return this.#pass(cityIds, number)
  }

  async #byCity(cityIds: readonly CityId[]): Promise<Round> {
    const { context } = this.#input
    const { claimed, held, gone } = await storage.claimCities({ context, cityIds })
    const children = await refreshEach(this.#input, claimed)
    return this.#sum(children, { tally: { ...EMPTY_TALLY, joined: gone.length }, held })
  }

  #sum(one: Round, other: Round): Round {
    return {
      tally: addTallies(one.tally, other.tally, this.#input.failureSample),
      held: [...one.held, ...other.held],
    }
  }
}

const NOTHING: Round = { tally: EMPTY_TALLY, held: [] }

/** Ends when all have ended, so that nothing goes on behind a cancellation. */
async function allOf(rounds: readonly Promise<Round>[]): Promise<Round[]> {
  await Promise.allSettled(rounds)
  return Promise.all(rounds)
}
