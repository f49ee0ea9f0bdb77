import { answered, refusal } from '../target/api-answer.ts'
import type { RunningApi } from '../target/running-api.ts'

const RUNS = 5
const TIMEOUT_MS = 5_000

/** How an instance stands, as its API answers. */
export type Snapshot = Awaited<ReturnType<typeof snapshotOf>>

/** @throws CommandError where the API does not answer, or refuses. */
export async function snapshotOf({ client, url }: RunningApi) {
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  const asked = Promise.all([
    client.GET('/api/weather/monitoring/dashboard', { signal }),
    client.GET('/api/weather/monitoring/quota', { signal }),
    client.GET('/api/weather/monitoring/tasks', { params: { query: { limit: RUNS } }, signal }),
  ])
  const [dashboard, quota, tasks] = await answered(url, asked)
  return {
    dashboard: bodyOf(dashboard, url),
    quota: bodyOf(quota, url),
    runs: bodyOf(tasks, url).tasks,
  }
}

interface Got<Body> {
  readonly data?: Body
  readonly error?: Parameters<typeof refusal>[1]
}

function bodyOf<Body>({ data, error }: Got<Body>, url: string): Body {
  if (data !== undefined) return data
  throw refusal(url, error)
}
