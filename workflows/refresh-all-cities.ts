import {
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  executeChild,
  isCancellation,
  log,
  ParentClosePolicy,
  setCurrentDetails,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow'
import { progressQuery } from '../contracts/progress.ts'
import type {
  DuePage,
  RefreshAllCitiesInput,
  RefreshAllCitiesResult,
  RefreshCarried,
  RefreshStatus,
} from '../contracts/refresh.ts'
import { addTallies } from '../contracts/tally.ts'
import { workflowIds } from '../contracts/workflow-ids.ts'
import type { CityId } from '../domain/city.ts'
import { storage } from './proxies.ts'
import { refreshCities } from './refresh-cities.ts'
import { contextOf, progressOf, progressTable, resultOf, UNCOUNTED } from './refresh-run.ts'

/** Due ids are read this many shards at a time. */
const SHARDS_PER_PAGE = 20

/**
 * Refreshes every city that is due: pages through the ids, hands shards to `refreshCities`, a
 * bounded number at a time, and continues as new after `shape.shardsPerRun` of them, which bounds
 * the history. At the soft limit it stops starting work, then cancels what hangs. However it ends,
 * cancellation included, the summary of what was done is stored.
 */
export async function refreshAllCities(
  input: RefreshAllCitiesInput,
): Promise<RefreshAllCitiesResult> {
  let run = input.carried ?? begun()
  setHandler(progressQuery, () => progressOf(run), {
    description: 'Cities done, failed, skipped, joined and waiting',
  })
  const fanOut = new FanOut(
    input,
    () => run,
    (next) => {
      run = next
      setCurrentDetails(progressTable(run))
    },
  )
  try {
    if (!input.carried) run = await counted(input, run)
    const status = await fanOut.runToItsEnd()
    if (status === 'continues') {
      await condition(allHandlersFinished)
      return await continueAsNew<typeof refreshAllCities>({ ...input, carried: run })
    }
    return await finish(input, run, status)
  } catch (error) {
    if (!isCancellation(error)) throw error
    await CancellationScope.nonCancellable(() => finish(input, run, 'cancelled'))
    throw error
  }
}

const begun = (): RefreshCarried => ({
  ...UNCOUNTED,
  runId: workflowInfo().firstExecutionRunId,
  startedAtMs: Date.now(),
})

async function counted(input: RefreshAllCitiesInput, run: RefreshCarried): Promise<RefreshCarried> {
  const { cityIds, shape } = input
  const { active, due } = await storage.countDueCities({
    context: contextOf(input, run),
    ...(cityIds && { cityIds }),
  })
  const automatic = due <= shape.autoCityLimit ? 'city' : 'bulk'
  return { ...run, active, due, fanOut: input.fanOut === 'auto' ? automatic : input.fanOut }
}

/** What was cut short is counted by what is stored: results of cancelled shards never came back. */
async function finish(
  input: RefreshAllCitiesInput,
  run: RefreshCarried,
  status: RefreshStatus,
): Promise<RefreshAllCitiesResult> {
  const cutShort = status === 'cancelled' || status === 'timed_out'
  const { failureSample } = input.shape
  const tally = cutShort
    ? { ...(await storage.tallyRun({ runId: run.runId, failureSample })), joined: run.tally.joined }
    : run.tally
  const result = resultOf({ ...run, tally }, status)
  await storage.storeRefreshSummary({ trigger: input.trigger, result })
  return result
}

class FanOut {
  readonly #input: RefreshAllCitiesInput
  readonly #run: () => RefreshCarried
  readonly #update: (run: RefreshCarried) => void
  readonly #scope = new CancellationScope()
  readonly #shards: Promise<void>[] = []
  #inFlight = 0
  #ownFailureChildren: number
  #pastSoftLimit = false
  #cancelledAtSoftLimit = false
  #shardFailed = false

  constructor(
    input: RefreshAllCitiesInput,
    run: () => RefreshCarried,
    update: (run: RefreshCarried) => void,
  ) {
    this.#input = input
    this.#run = run
    this.#update = update
    this.#ownFailureChildren = input.shape.ownFailureChildren
  }

  async runToItsEnd(): Promise<RefreshStatus | 'continues'> {
    const clock = new CancellationScope()
    const watch = clock.run(() => this.#watchSoftLimit())
    try {
      const end = await this.#scope.run(() => this.#startShards())
      return end
    } catch (error) {
      // What was under way may still store: only then can it be told what was done.
      await Promise.allSettled(this.#shards)
      if (isCancellation(error) && this.#cancelledAtSoftLimit) return 'timed_out'
      throw error
    } finally {
      clock.cancel()
      await watch
    }
  }

  async #watchSoftLimit(): Promise<void> {
    const { softLimitMs, softGraceMs } = this.#input.timings
    const elapsedMs = Date.now() - this.#run().startedAtMs
    try {
      await sleep(Math.max(1, softLimitMs - elapsedMs), { summary: 'soft limit' })
      this.#pastSoftLimit = true
      await sleep(softGraceMs, { summary: 'grace after the soft limit' })
      this.#cancelledAtSoftLimit = true
      this.#scope.cancel()
    } catch (error) {
      if (!isCancellation(error)) throw error
    }
  }

  async #startShards(): Promise<RefreshStatus | 'continues'> {
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
        await condition(() => this.#inFlight < shape.shardsInFlight || this.#pastSoftLimit)
        if (this.#pastSoftLimit) {
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
        staticSummary: `${cityIds.length} cities`,
      })
      this.#ownFailureChildren += lent - ownFailureChildren
      const run = this.#run()
      this.#update({ ...run, tally: addTallies(run.tally, tally, failureSample) })
    } catch (error) {
      if (isCancellation(error)) throw error
      // Its cities stay due and are counted as left; the rest of the run goes on.
      this.#shardFailed = true
      log.error('shard failed', { cities: cityIds.length, error: String(error) })
    } finally {
      this.#inFlight -= 1
    }
  }

  #isWhole(): boolean {
    const { failed, partial } = this.#run().tally
    return failed === 0 && partial === 0 && !this.#shardFailed
  }
}
