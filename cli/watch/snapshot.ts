import { cannotRun, CommandError } from '../errors/command-error.ts'
import type { RunningApi } from '../target/running-api.ts'

const RUNS = 5
const TIMEOUT_MS = 5_000

/** How an instance stands, as its API answers. */
export type Snapshot = Awaited<ReturnType<typeof ask>>

/** @throws CommandError where the API does not answer, or refuses. */
export async function snapshotOf(api: RunningApi): Promise<Snapshot> {
  try {
    return await ask(api)
  } catch (error) {
    if (error instanceof CommandError) throw error
    throw cannotRun(`${api.url} does not answer`, 'is the instance running?', error)
  }
}

async function ask({ client, url }: RunningApi) {
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  const [dashboard, quota, tasks] = await Promise.all([
    client.GET('/api/weather/monitoring/dashboard', { signal }),
    client.GET('/api/weather/monitoring/quota', { signal }),
    client.GET('/api/weather/monitoring/tasks', { params: { query: { limit: RUNS } }, signal }),
  ])
  return {
    dashboard: bodyOf(dashboard, url),
    quota: bodyOf(quota, url),
    runs: bodyOf(tasks, url).tasks,
  }
}

interface Got<Body> {
  readonly data?: Body
  readonly error?: { readonly status: number; readonly detail: string }
}

function bodyOf<Body>({ data, error }: Got<Body>, url: string): Body {
  if (data !== undefined) return data
  const isRefused = error?.status === 401 || error?.status === 403
  throw cannotRun(
    `${url} refuses: ${error?.detail ?? 'no reason given'}`,
    isRefused ? 'set WEATHER247_TOKEN to a token of the role read' : undefined,
  )
}
