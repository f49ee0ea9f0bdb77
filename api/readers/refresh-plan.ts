import { countDue, type Cutoffs, type Scope } from '../../db/queries/due.ts'
import { dueCities } from '../../db/queries/due-cities.ts'
import { readProviderSetups } from '../../db/queries/provider-controls.ts'
import type { ClaimedCity } from '../../domain/city/claimed-city.ts'
import { inUse } from '../../domain/provider/provider-setup.ts'
import { dueCutoff } from '../../domain/weather/freshness.ts'
import type { Product } from '../../domain/weather/product.ts'
import type { ApiDeps } from '../deps.ts'
import { agesOf } from '../refresh-starts.ts'
import type { RefreshPlan, RefreshRequest } from '../schemas/refresh.ts'
import { namedCities, type NamedCities } from './named-cities.ts'
import { readPlanBody } from './plan-report.ts'
import { plannedRequests } from './planned-requests.ts'

/** Cities that a plan lists. */
const LIMIT = 100

type Deps = Pick<ApiDeps, 'db' | 'cityNames' | 'now' | 'settings'>

/** What a refresh would do now; starts nothing, and asks no provider. */
export async function planRefresh(deps: Deps, request: RefreshRequest): Promise<RefreshPlan> {
  const { db, now, settings } = deps
  const found = request.cities && (await namedCities(deps, request.cities))
  const at = now()
  const scope: Scope = found
    ? { kind: 'list', cityIds: found.cities.map(({ id }) => id) }
    : { kind: 'all' }
  const cutoffs = cutoffsAt(at, request, settings)
  const [counts, due] = await Promise.all([
    countDue(db, scope, cutoffs),
    dueCities(db, { scope, cutoffs, limit: LIMIT }),
  ])
  return {
    message: `Nothing is started: ${counts.due} of ${counts.active} cities are due`,
    dry_run: true,
    as_of: at.toISOString(),
    total: counts.active,
    due: counts.due,
    cities: listed(due, found),
    requests: plannedRequests(await pricedInOrder(deps), due),
    plan: found ? null : (await readPlanBody(settings, at)).report,
    unknown: found?.unknown ?? [],
    ambiguous: found?.ambiguous ?? [],
  }
}

/** The providers in use, as they are asked. */
async function pricedInOrder({ db, settings }: Deps) {
  const { providers = [], adapters } = settings
  const setups = inUse(await readProviderSetups(db, providers))
  return setups.flatMap(({ id }) => adapters?.pricing.find((one) => one.id === id) ?? [])
}

function cutoffsAt(at: Date, request: RefreshRequest, settings: ApiDeps['settings']): Cutoffs {
  const ages = Object.entries(agesOf(request, settings)) as [Product, number][]
  return Object.fromEntries(
    ages.map(([product, age]) => [product, request.force === true ? null : dueCutoff(at, age, 0)]),
  )
}

function listed(
  due: readonly ClaimedCity[],
  found: NamedCities | undefined,
): RefreshPlan['cities'] {
  const productsOf = new Map(due.map(({ city, products }) => [city.id, products]))
  const cities = found?.cities ?? due.map(({ city }) => city)
  return cities.map(({ id, name }) => {
    const products = [...(productsOf.get(id) ?? [])]
    return { city: name, city_id: id, due: products.length > 0, products }
  })
}
