import { until } from '../until.ts'
import type { RefreshStack } from '../refresh/refresh-stack.ts'
import { refreshStates } from '../../../db/schema/index.ts'
import { someCities } from '../data/some-cities.ts'
import { readCities, startWarming } from '../jobs/warming-runs.ts'

interface WarmingScene {
  readonly workflow: 'warmCacheForPopularCities'
  readonly name: string
  readonly workflowId: string
  readonly runId: string
}

type Run = Awaited<ReturnType<typeof startWarming>>

const CITIES = someCities(3)
const FAULT = { provider: 'open-meteo' } as const

/** Ends however it ends: what counts is the history. */
async function over(run: Run, name: string): Promise<WarmingScene> {
  await run.result().catch((error: unknown) => error)
  const { workflowId, firstExecutionRunId: runId } = run
  return { workflow: 'warmCacheForPopularCities', name, workflowId, runId }
}

const makeDue = ({ database: { db } }: RefreshStack): Promise<unknown> =>
  db.update(refreshStates).set({
    conditionsConfirmedAt: null,
    forecastConfirmedAt: null,
    airQualityConfirmedAt: null,
  })

/** Plays every path of the warming with three cities; every scene is over when it comes. */
export async function* warmingScenes(stack: RefreshStack): AsyncGenerator<WarmingScene> {
  const { control } = stack.emulator
  const callUnderWay = () =>
    until(() => control.stats()['open-meteo'].inFlight > 0, { what: 'a call is under way' })

  yield over(await startWarming(stack), 'nothing-read-yet')
  await readCities(
    stack.database.db,
    CITIES.map(({ id }) => id),
  )
  await makeDue(stack)
  yield over(await startWarming(stack), 'due-cities')
  yield over(await startWarming(stack), 'nothing-due')

  await makeDue(stack)
  control.setFaults([{ ...FAULT, kind: 'status', status: 500 }])
  yield over(await startWarming(stack), 'providers-down')

  await makeDue(stack)
  control.setFaults([{ ...FAULT, kind: 'delay', delayMs: 2_000, remaining: 1 }])
  const person = await stack.startRefreshCity(CITIES[0]!)
  await callUnderWay()
  yield over(await startWarming(stack), 'city-is-under-way')
  await person.result()

  await makeDue(stack)
  control.setFaults([{ ...FAULT, kind: 'delay', delayMs: 1_500 }])
  const limits = { softLimitMs: 500, softGraceMs: 20_000, expiresAfterMs: null }
  yield over(await startWarming(stack, { limits, childrenInFlight: 1 }), 'past-its-soft-limit')

  await makeDue(stack)
  control.setFaults([{ ...FAULT, kind: 'hang' }])
  const cancelled = await startWarming(stack)
  await callUnderWay()
  await cancelled.cancel()
  yield over(cancelled, 'cancelled')
  control.clearFaults()
}
