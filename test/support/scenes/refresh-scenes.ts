import { setTimeout as sleep } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { providerControls, providerLedgers, refreshStates } from '../../../db/schema/index.ts'
import type { WorkflowHandle } from '@temporalio/client'
import { REFRESH_SHAPE, type RefreshShape } from '../../../contracts/refresh-shape.ts'
import type { refreshAllCities } from '../../../workflows/index.ts'
import type { Scene } from './scene.ts'
import { refreshInput, type RefreshStack } from '../refresh/refresh-stack.ts'
import { someCities } from '../data/some-cities.ts'
import { until } from '../until.ts'

type AllHandle = WorkflowHandle<typeof refreshAllCities>

const SHAPE: RefreshShape = { ...REFRESH_SHAPE, citiesPerShard: { city: 3, bulk: 3 } }
const [CITY, OTHER_CITY] = someCities(2)
const FAULT = { provider: 'open-meteo' } as const
/** A change at run time is seen within two seconds. */
const CHANGES_SEEN_MS = 2_500

const wholeRun = ({ workflowId, firstExecutionRunId: runId }: FirstRun, name: string): Scene => ({
  workflow: 'refreshAllCities',
  name,
  workflowId,
  runId,
})

const shardOf = ({ workflowId }: { workflowId: string }, name: string, from = 1): Scene => ({
  workflow: 'refreshCities',
  name,
  workflowId: `${workflowId}/from-${from}`,
})

type FirstRun = AllHandle & { readonly firstExecutionRunId: string }

const start = async (
  stack: RefreshStack,
  overrides: Parameters<RefreshStack['startRefreshAll']>[0],
): Promise<FirstRun> => {
  // Shards are named by their first city: with none tried before, they come by id.
  await stack.database.db.update(refreshStates).set({ outcomeAt: null })
  return (await stack.startRefreshAll({ force: true, shape: SHAPE, ...overrides })) as FirstRun
}

/** Ends however it ends: what counts is the history. */
const ended = (handle: { result(): Promise<unknown> }): Promise<unknown> =>
  handle.result().catch((error: unknown) => error)

/** Plays every path the workflows have, each with few cities; every scene is over when it comes. */
export async function* refreshScenes(stack: RefreshStack): AsyncGenerator<Scene> {
  yield* bothGears(stack)
  yield* furtherPasses(stack)
  yield* continuedAsNew(stack)
  yield* twoRunsAtOnce(stack)
  yield* cutShort(stack)
  yield* singleCities(stack)
  yield* tick(stack)
  yield* planned(stack)
}

/** A scheduled run looks at the values it served. */
async function* tick(stack: RefreshStack): AsyncGenerator<Scene> {
  const run = await start(stack, { tickSeconds: 900, fanOut: 'bulk' })
  await ended(run)
  yield wholeRun(run, 'checked-values')
}

/** The limits do not carry six cities every quarter of an hour: runs go by a plan, which is their input. */
async function* planned(stack: RefreshStack): AsyncGenerator<Scene> {
  const { db } = stack.database
  const quota = [{ window: 'hour', limit: 12, kind: 'sliding' }] as const
  const changed = { changedAt: new Date(), changedBy: 'a scene', limits: { quota } }
  await db.insert(providerControls).values({ provider: 'open-meteo', ...changed })
  await sleep(CHANGES_SEEN_MS)
  for (const fanOut of ['bulk', 'city'] as const) {
    await db.delete(providerLedgers)
    await db.update(refreshStates).set({ conditionsConfirmedAt: null })
    const run = await start(stack, { tickSeconds: 900, force: false, fanOut })
    await ended(run)
    yield wholeRun(run, `planned-gear-${fanOut}`)
    yield shardOf(run, `planned-gear-${fanOut}`)
  }
  await db.delete(providerControls)
}

async function* bothGears(stack: RefreshStack): AsyncGenerator<Scene> {
  const city = await start(stack, { fanOut: 'city' })
  await ended(city)
  yield wholeRun(city, 'gear-city')
  yield shardOf(city, 'gear-city')
  const { latitude: placeLatitude } = CITY!
  stack.emulator.control.setFaults([{ ...FAULT, kind: 'out-of-range', placeLatitude }])
  const bulk = await start(stack, { fanOut: 'bulk' })
  await ended(bulk)
  yield wholeRun(bulk, 'gear-bulk-with-own-failures')
  yield shardOf(bulk, 'gear-bulk-with-own-failures')
  yield shardOf(bulk, 'gear-bulk', 4)
  yield { workflow: 'refreshCity', name: 'failed', workflowId: `refresh-city/${CITY!.id}` }
  stack.emulator.control.clearFaults()
  const nothingDue = await start(stack, { force: false, maxAgeSeconds: { conditions: 86_400 } })
  await ended(nothingDue)
  yield wholeRun(nothingDue, 'nothing-due')
}

/** What fails for a moment is asked again: by further passes in bulk, by retries one by one. */
async function* furtherPasses(stack: RefreshStack): AsyncGenerator<Scene> {
  const down = { ...FAULT, kind: 'status', status: 503 } as const
  stack.emulator.control.setFaults([{ ...down, remaining: 12 }])
  const passes = { most: 9, initialMs: 300, longestWaitMs: 60_000 }
  const timings = { ...refreshInput().timings, passes }
  const bulk = await start(stack, { fanOut: 'bulk', timings })
  await ended(bulk)
  yield wholeRun(bulk, 'further-passes')
  yield shardOf(bulk, 'further-passes')
  stack.emulator.control.setFaults([down])
  const waiting = await start(stack, {
    fanOut: 'bulk',
    timings: { ...timings, passes: { ...passes, initialMs: 60_000 } },
  })
  await until(
    async () => {
      const state = await stack.database.db.$count(refreshStates, eq(refreshStates.asksAgain, true))
      return state > 0
    },
    { what: 'cities wait for the next pass' },
  )
  await waiting.cancel()
  await ended(waiting)
  yield wholeRun(waiting, 'cancelled-between-passes')
  yield shardOf(waiting, 'cancelled-between-passes')
  stack.emulator.control.clearFaults()
}

async function* continuedAsNew(stack: RefreshStack): AsyncGenerator<Scene> {
  const shape = { ...SHAPE, citiesPerShard: { city: 2, bulk: 2 }, shardsPerRun: 1 }
  const first = await start(stack, { fanOut: 'bulk', shape })
  await ended(first)
  let runId: string | undefined = first.firstExecutionRunId
  for (let run = 1; runId !== undefined; run++) {
    const { workflowId } = first
    yield { workflow: 'refreshAllCities', name: `continued-${run}`, workflowId, runId }
    runId = await nextRunId(stack, workflowId, runId)
  }
}

async function nextRunId({ client }: RefreshStack, workflowId: string, runId: string) {
  const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory()
  const last = events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes
  return last?.newExecutionRunId ?? undefined
}

/** The second run waits for the first, and a person's own run of a city is waited for as well. */
async function* twoRunsAtOnce(stack: RefreshStack): AsyncGenerator<Scene> {
  stack.emulator.control.setFaults([{ ...FAULT, kind: 'delay', delayMs: 3_000 }])
  const first = await start(stack, { fanOut: 'bulk' })
  await callsUnderWay(stack)
  const second = await start(stack, { fanOut: 'city' })
  await Promise.all([ended(first), ended(second)])
  yield wholeRun(second, 'joined')
  yield shardOf(second, 'joined')
  const person = await stack.startRefreshCity(CITY!)
  await callsUnderWay(stack)
  const third = await start(stack, { fanOut: 'city' })
  await Promise.all([ended(person), ended(third)])
  yield shardOf(third, 'persons-city-is-under-way')
  stack.emulator.control.clearFaults()
}

async function* cutShort(stack: RefreshStack): AsyncGenerator<Scene> {
  stack.emulator.control.setFaults([{ ...FAULT, kind: 'hang' }])
  const limits = { ...refreshInput().limits, softLimitMs: 1_500, softGraceMs: 1_000 }
  for (const fanOut of ['city', 'bulk'] as const) {
    const cancelled = await start(stack, { fanOut })
    await callsUnderWay(stack)
    await cancelled.cancel()
    await ended(cancelled)
    yield wholeRun(cancelled, `cancelled-gear-${fanOut}`)
    yield shardOf(cancelled, `cancelled-gear-${fanOut}`)
    const timedOut = await start(stack, { fanOut, limits })
    await ended(timedOut)
    yield wholeRun(timedOut, `timed-out-gear-${fanOut}`)
  }
  yield { workflow: 'refreshCity', name: 'cancelled', workflowId: `refresh-city/${CITY!.id}` }
  stack.emulator.control.clearFaults()
}

async function* singleCities(stack: RefreshStack): AsyncGenerator<Scene> {
  const workflow = 'refreshCity'
  const ok = await stack.startRefreshCity(OTHER_CITY!)
  await ended(ok)
  yield { workflow, name: 'ok', workflowId: ok.workflowId }
  stack.emulator.control.setFaults([{ ...FAULT, kind: 'status', status: 500, remaining: 1 }])
  const retried = await stack.startRefreshCity(CITY!)
  await ended(retried)
  yield { workflow, name: 'retried', workflowId: retried.workflowId }
  stack.emulator.control.clearFaults()
}

const callsUnderWay = (stack: RefreshStack): Promise<unknown> =>
  until(() => stack.emulator.control.stats()['open-meteo'].inFlight > 0, {
    what: 'a call is under way',
  })
