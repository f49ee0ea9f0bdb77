import { REFRESH_SHAPE } from '../contracts/refresh-shape.ts'
import { EMPTY_TASK_QUEUE, type EmptyRunInput } from './empty-children/shape.ts'
import type { emptyRun } from './empty-children/workflows.ts'
import { refreshAll } from './measure.ts'
import { median, type ChildCost } from './measurement.ts'
import type { Child } from './parts/child.ts'
import { meterOfProcess } from './parts/process-usage.ts'
import type { Stack } from './parts/stack.ts'

interface Options {
  readonly pairs: number
  readonly cities: number
}

/** Worker CPU of a city in gear city and of an empty child in the same tree, in turns. */
export async function measureChildCost(
  stack: Stack,
  { pairs: count, cities }: Options,
): Promise<ChildCost> {
  const { emptyWorker, worker, database, emulator } = stack
  if (!emptyWorker) throw new Error('there is no worker for empty children')
  await database.prepare(cities)
  await emulator.prepare({ cities, latencyMs: 0, errorShare: 0 })
  const ofCity = () => cpuMsEach(worker, cities, () => refreshAll(stack, 'city'))
  const ofEmpty = () => cpuMsEach(emptyWorker, cities, () => runEmpty(stack, cities))
  await ofCity()
  await ofEmpty()
  const pairs = []
  for (let pair = 0; pair < count; pair++) {
    const cityMs = await ofCity()
    const emptyMs = await ofEmpty()
    pairs.push({ cityMs, emptyMs, ratio: cityMs / emptyMs })
  }
  return { pairs, medianRatio: median(pairs.map(({ ratio }) => ratio)) }
}

async function cpuMsEach(
  { pid }: Child,
  cities: number,
  work: () => Promise<unknown>,
): Promise<number> {
  const meter = await meterOfProcess(pid)()
  await work()
  const { cpuSeconds } = await meter()
  return cpuSeconds === null ? NaN : (cpuSeconds * 1000) / cities
}

let runs = 0

function runEmpty({ client }: Stack, children: number): Promise<void> {
  const { citiesPerShard, shardsInFlight, childrenInFlight } = REFRESH_SHAPE
  const shape = { childrenPerShard: citiesPerShard.city, shardsInFlight, childrenInFlight }
  const input: EmptyRunInput = { children, ...shape }
  return client.workflow.execute<typeof emptyRun>('emptyRun', {
    taskQueue: EMPTY_TASK_QUEUE,
    workflowId: `empty/${++runs}`,
    args: [input],
  })
}
