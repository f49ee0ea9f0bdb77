import {
  CancellationScope,
  condition,
  executeChild,
  log,
  ParentClosePolicy,
  workflowInfo,
} from '@temporalio/workflow'
import type { RunStatus } from '../contracts/job.ts'
import type { DuePage, RefreshAllCitiesInput, RefreshCarried } from '../contracts/refresh.ts'
import { RUN_KIND, TRIGGER } from '../contracts/search-attributes.ts'
import { addTallies } from '../contracts/tally.ts'
import { workflowIds } from '../contracts/workflow-ids.ts'
import type { CityId } from '../domain/city.ts'
import { storage } from './proxies.ts'
import { refreshCities } from './refresh-cities.ts'
import { contextOf } from './refresh-run.ts'
import { SoftLimit } from './soft-limit.ts'

/** Due ids are read this many shards at a time. */
const SHARDS_PER_PAGE = 20

/** Hands shards to `refreshCities`, a bounded number at a time, until the cities or the time end. */
export class FanOut {
  readonly #input: RefreshAllCitiesInput
  readonly #run: () => RefreshCarried
  readonly #update: (run: RefreshCarried) => void
  readonly #shards: Promise<void>[] = []
  readonly #softLimit: SoftLimit
  #inFlight = 0
  #ownFailureChildren: number
  #shardFailed = false

  constructor(
    input: RefreshAllCitiesInput,
    run: () => RefreshCarried,
    update: (run: RefreshCarried) => void,
  ) {
    this.#input = input
    this.#run = run
    this.#update = update
    this.#softLimit = new SoftLimit(run().startedAtMs, input.limits)
    this.#ownFailureChildren = input.shape.ownFailureChildren
  }

  async runToItsEnd(): Promise<RunStatus | 'continues'> {
    try {
      const end = await this.#softLimit.over(() => this.#startShards())
      return end === 'cut-short' ? 'timed_out' : end
    } finally {
      // What was under way may still store: only then can it be told what was done.
      await Promise.allSettled(this.#shards)
    }
  }

  async #startShards(): Promise<RunStatus | 'continues'> {
    const { shape } = this.#input
    const { fanOut } = this.#run()
    const perShard = shape.citiesPerShard[fanOut]
    const drained = () => Promise.all(this.#shards)
    for (
      let page = await this.#nextPage();
      page.cityIds.length > 0;
      page = await this.#nextPage()
    ) {
      for (let start = 0; start < page.cityIds.length; start += perShard) {
        await condition(() => this.#inFlight < shape.shardsInFlight || this.#softLimit.isPast)
        if (this.#softLimit.isPast) {
          await drained()
          return 'timed_out'
        }
        this.#inFlight += 1
        this.#shards.push(this.#shard(page.cityIds.slice(start, start + perShard)))
      }
      this.#update({ ...this.#run(), after: page.after })
      if (this.#shards.length >= shape.shardsPerRun) {
        await drained()
        return 'continues'
      }
    }
    await drained()
    return this.#isWhole() ? 'completed' : 'completed_partial'
  }

  #nextPage(): Promise<DuePage> {
    const { cityIds, shape } = this.#input
    const run = this.#run()
    return storage.nextDueCities({
      context: contextOf(this.#input, run),
      ...(cityIds && { cityIds }),
      after: run.after,
      limit: Math.min(SHARDS_PER_PAGE, shape.shardsPerRun) * shape.citiesPerShard[run.fanOut],
    })
  }

  async #shard(cityIds: readonly CityId[]): Promise<void> {
    const { shape, timings } = this.#input
    const { childrenInFlight, failureSample } = shape
    const lent = Math.min(5, this.#ownFailureChildren)
    this.#ownFailureChildren -= lent
    try {
      const { tally, ownFailureChildren } = await executeChild(refreshCities, {
        workflowId: workflowIds.refreshCities(workflowInfo().workflowId, cityIds[0] ?? 0),
        args: [
          {
            context: contextOf(this.#input, this.#run()),
            fanOut: this.#run().fanOut,
            cityIds,
            childrenInFlight,
            ownFailureChildren: lent,
            failureSample,
            timings,
          },
        ],
        parentClosePolicy: ParentClosePolicy.REQUEST_CANCEL,
        staticSummary: shardSummary(cityIds.length, this.#run().fanOut),
        typedSearchAttributes: [
          { key: TRIGGER, value: this.#input.trigger },
          { key: RUN_KIND, value: 'refresh' },
        ],
      })
      this.#ownFailureChildren += lent - ownFailureChildren
      const run = this.#run()
      this.#update({ ...run, tally: addTallies(run.tally, tally, failureSample) })
    } catch (error) {
      if (CancellationScope.current().consideredCancelled) throw error
      // Its cities stay due and are counted as left; the rest of the run goes on.
      this.#shardFailed = true
      log.error('shard failed', { cities: cityIds.length, error: String(error) })
    } finally {
      this.#inFlight -= 1
    }
  }

  #isWhole(): boolean {
    const { failed, partial, left } = this.#run().tally
    return failed === 0 && partial === 0 && left === 0 && !this.#shardFailed
  }
}

const shardSummary = (cities: number, fanOut: RefreshCarried['fanOut']): string =>
  fanOut === 'bulk' ? `${cities} cities in bulk` : `${cities} cities, a workflow each`
