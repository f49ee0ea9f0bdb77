import type { MaxAgeSeconds } from '../contracts/refresh.ts'
import { PRODUCTS, type Product } from '../domain/weather/product.ts'
import type { StartedTask, StartRequest } from '../temporal/start-refreshes.ts'
import type { ApiDeps, ApiSettings } from './deps.ts'
import { Problem } from './problem.ts'
import { namedCities, type NamedCities } from './readers/named-cities.ts'
import type { RefreshBody, RefreshRequest } from './schemas/refresh.ts'

type Deps = Pick<ApiDeps, 'db' | 'cityNames' | 'temporal' | 'settings'>

/** A run over all that is due, one over the cities named, or a task for each of them. */
export async function startRefresh(
  deps: Deps,
  request: RefreshRequest,
  named?: StartRequest,
): Promise<RefreshBody> {
  const { cities: names, fan_out: fanOut } = request
  if (!names) {
    const { taskId } = await startRun(deps, request, { named })
    const message = 'Triggered refresh for all cities'
    return { message, task_id: taskId, tasks: [], unknown: [], ambiguous: [] }
  }
  const found = await namedCities(deps, names)
  const { cities, unknown, ambiguous } = found
  const run = fanOut && (await startRun(deps, request, { named, cities }))
  const tasks = run
    ? cities.map((city) => ({ ...nameOf(city), task_id: run.taskId }))
    : await startEach(deps, request, { named, cities })
  const noun = tasks.length === 1 ? 'city' : 'cities'
  const message = `Triggered refresh for ${tasks.length} ${noun}`
  return { message, task_id: run?.taskId ?? null, tasks, unknown, ambiguous }
}

interface Run {
  readonly named: StartRequest | undefined
  /** All that are active where absent. */
  readonly cities?: NamedCities['cities']
}

function startRun(
  { temporal, settings }: Deps,
  request: RefreshRequest,
  { named, cities }: Run,
): Promise<StartedTask> {
  return temporal.refreshAllCities({
    trigger: 'api',
    force: request.force ?? false,
    maxAgeSeconds: agesOf(request, settings),
    ...(cities && { cityIds: cities.map(({ id }) => id) }),
    ...(request.fan_out && { fanOut: request.fan_out }),
    ...(named && { request: named }),
  })
}

function startEach(
  { temporal, settings }: Deps,
  request: RefreshRequest,
  { named, cities }: Required<Run>,
): Promise<RefreshBody['tasks']> {
  const { force = false } = request
  return Promise.all(
    cities.map(async (city) => {
      const { taskId } = await temporal.refreshCity({
        city,
        products: productsOf(request),
        trigger: 'api',
        priority: 'person',
        force,
        ...(!force && { maxAgeSeconds: agesOf(request, settings) }),
        ...(named && { request: named }),
      })
      return { ...nameOf(city), task_id: taskId }
    }),
  )
}

const nameOf = ({ name, id }: NamedCities['cities'][number]) => ({ city: name, city_id: id })

export const productsOf = ({ products }: RefreshRequest): readonly Product[] =>
  PRODUCTS.filter((product) => products?.includes(product) ?? true)

/** Of the products that are asked for: what is absent is not requested. */
export const agesOf = (request: RefreshRequest, { maxAgeSeconds }: ApiSettings): MaxAgeSeconds =>
  Object.fromEntries(
    productsOf(request).map((product) => [
      product,
      request.max_age_seconds ?? maxAgeSeconds[product],
    ]),
  )

/** @throws Problem for fields that contradict each other. */
export function refuseContradictions({ force, max_age_seconds: maxAge }: RefreshRequest): void {
  if (force !== true || maxAge === undefined) return
  const detail = 'force refreshes at any age, so max_age_seconds has no meaning beside it: set one.'
  const errors = [{ in: 'body', field: 'max_age_seconds', message: detail }]
  throw new Problem('invalid-request', detail, { extra: { errors } })
}
