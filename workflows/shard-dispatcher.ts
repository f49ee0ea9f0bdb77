import {
  CancellationScope,
  executeChild,
  log,
  ParentClosePolicy,
  setCurrentDetails,
  workflowInfo,
} from '@temporalio/workflow'
import type { RunStatus } from '../contracts/job.ts'
import type {
  DuePage,
  RefreshAllCitiesInput,
  RefreshCarried,
  RefreshCitiesInput,
} from '../contracts/refresh.ts'
import { RECORDED_SHAPE } from '../contracts/refresh-shape.ts'
import { RUN_KIND, TRIGGER } from '../contracts/search-attributes.ts'
import { addTallies } from '../contracts/tally.ts'
import { workflowIds } from '../contracts/workflow-ids.ts'
import type { CityId } from '../domain/city/city.ts'
import { BoundedChildren } from './bounded-children.ts'
import { storage } from './proxies.ts'
import { refreshCities } from './refresh-cities.ts'
import { contextOf, endingOf, progressTable } from './refresh-progress.ts'
import { SoftLimit } from './soft-limit.ts'

/** Hands shards to `refreshCities`, a bounded number at a time, until the cities or the time end. */
export class ShardDispatcher {
  readonly #input: RefreshAllCitiesInput
  readonly #softLimit: SoftLimit
  readonly #shards: BoundedChildren
  #run: RefreshCarried
  #ownFailureChildren: number

  constructor(input: RefreshAllCitiesInput, run: RefreshCarried) {
    this.#input = input
    this.#run = run
    this.#softLimit = new SoftLimit(run.startedAtMs, input.limits)
    this.#shards = new BoundedChildren({
      maxInFlight: input.shape.shardsInFlight,
      isPast: () => this.#softLimit.isPast,
    })
    this.#ownFailureChildren = input.shape.ownFailureChildren
  }

  /** How far the run is. */
  get run(): RefreshCarried {
    return this.#run
  }

  /** Counts the run's cities, and chooses the gear by what is due. */
  async count(): Promise<void> {
    const { cityIds, shape, fanOut } = this.#input
    const { active, due, plan, ceilings } = await storage.countDueCities({
      context: contextOf(this.#input, this.#run),
      ...(cityIds && { cityIds }),
    })
    const automatic = due <= shape.autoCityLimit ? 'city' : 'bulk'
    const chosen = fanOut === 'auto' ? automatic : fanOut
    const planned = { ...(plan && { plan }), ...(ceilings && { ceilings }) }
    this.#run = { ...this.#run, active, due, fanOut: chosen, ...planned }
  }

  async runToItsEnd(): Promise<RunStatus | 'continues'> {
    try {
      const end = await this.#softLimit.over(() => this.#startShards())
      return end === 'cut-short' ? 'timed_out' : end
    } finally {
      // What was under way may still store: what was done is known only afterwards.
      await this.#shards.settled()
    }
  }

  async #startShards(): Promise<RunStatus | 'continues'> {
    for (
      let page = await this.#nextPage();
      page.cityIds.length > 0;
      page = await this.#nextPage()
    ) {
      if (!(await this.#startPage(page))) {
        await this.#shards.succeeded()
        return 'timed_out'
      }
      this.#update({ after: page.after })
      if (this.#shards.started >= this.#input.shape.shardsPerRun) {
        await this.#shards.succeeded()
        return 'continues'
      }
    }
    await this.#shards.succeeded()
    return endingOf(this.#run)
  }

  /** False when the soft limit was reached before all of its cities had a shard. */
  async #startPage({ cityIds }: DuePage): Promise<boolean> {
    const perShard = this.#input.shape.citiesPerShard[this.#run.fanOut]
    for (let start = 0; start < cityIds.length; start += perShard) {
      const shard = cityIds.slice(start, start + perShard)
      if (!(await this.#shards.start(() => this.#refresh(shard)))) return false
    }
    return true
  }

  #nextPage(): Promise<DuePage> {
    const { cityIds, shape } = this.#input
    const { shardsPerPage = RECORDED_SHAPE.shardsPerPage } = shape
    return storage.nextDueCities({
      context: contextOf(this.#input, this.#run),
      ...(cityIds && { cityIds }),
      after: this.#run.after,
      limit: Math.min(shardsPerPage, shape.shardsPerRun) * shape.citiesPerShard[this.#run.fanOut],
    })
  }

  async #refresh(cityIds: readonly CityId[]): Promise<void> {
    const { shape, trigger } = this.#input
    const { ownFailureChildrenPerShard = RECORDED_SHAPE.ownFailureChildrenPerShard } = shape
    const lent = Math.min(ownFailureChildrenPerShard, this.#ownFailureChildren)
    this.#ownFailureChildren -= lent
    try {
      const { tally, ownFailureChildren } = await executeChild(refreshCities, {
        workflowId: workflowIds.refreshCities(workflowInfo().workflowId, cityIds[0] ?? 0),
        args: [this.#shardInput(cityIds, lent)],
        parentClosePolicy: ParentClosePolicy.REQUEST_CANCEL,
        staticSummary: shardSummary(cityIds.length, this.#run.fanOut),
        typedSearchAttributes: [
          { key: TRIGGER, value: trigger },
          { key: RUN_KIND, value: 'refresh' },
        ],
      })
      this.#ownFailureChildren += lent - ownFailureChildren
      this.#update({ tally: addTallies(this.#run.tally, tally, shape.failureSample) })
    } catch (error) {
      if (CancellationScope.current().consideredCancelled) throw error
      // What of its cities it has not stored stays due and is counted as left; the rest of the run goes on.
      this.#update({ shardFailed: true })
      log.error('shard failed', { cities: cityIds.length, error: String(error) })
    }
  }

  #shardInput(cityIds: readonly CityId[], ownFailureChildren: number): RefreshCitiesInput {
    const { shape, timings } = this.#input
    const { childrenInFlight, failureSample, maxRounds } = shape
    return {
      context: contextOf(this.#input, this.#run),
      fanOut: this.#run.fanOut,
      cityIds,
      childrenInFlight,
      ownFailureChildren,
      failureSample,
      ...(maxRounds !== undefined && { maxRounds }),
      timings,
      noPassAfterMs: this.#softLimit.deadlineMs,
    }
  }

  #update(news: Partial<RefreshCarried>): void {
    this.#run = { ...this.#run, ...news }
    setCurrentDetails(progressTable(this.#run, Date.now()))
  }
}

const shardSummary = (cities: number, fanOut: RefreshCarried['fanOut']): string =>
  fanOut === 'bulk' ? `${cities} cities in bulk` : `${cities} cities, a workflow each`
