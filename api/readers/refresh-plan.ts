import type { Scope } from '../../db/queries/due.ts'
import { planRefresh as planned, type PlannedCity } from '../../db/queries/refresh-plan.ts'
import type { ApiDeps } from '../deps.ts'
import { agesOf } from '../refresh-starts.ts'
import type { RefreshPlan, RefreshRequest } from '../schemas/refresh.ts'
import { namedCities, type NamedCities } from './named-cities.ts'
import { readPlanBody } from './plan-report.ts'

type Deps = Pick<ApiDeps, 'db' | 'cityNames' | 'now' | 'settings'>

/** What a refresh would do now; starts nothing, and asks no provider. */
export async function planRefresh(deps: Deps, request: RefreshRequest): Promise<RefreshPlan> {
  const { db, now, settings } = deps
  const found = request.cities && (await namedCities(deps, request.cities))
  const at = now()
  const scope: Scope = found
    ? { kind: 'list', cityIds: found.cities.map(({ id }) => id) }
    : { kind: 'all' }
  const { total, due, cities, requests } = await planned(db, {
    at,
    scope,
    force: request.force ?? false,
    maxAgeSeconds: agesOf(request, settings),
    installed: settings.providers ?? [],
    adapters: (await settings.adapters?.pricing()) ?? [],
  })
  return {
    message: `Nothing is started: ${due} of ${total} cities are due`,
    dry_run: true,
    as_of: at.toISOString(),
    total,
    due,
    cities: listed(cities, found),
    requests,
    plan: found ? null : (await readPlanBody(settings, at)).report,
    unknown: found?.unknown ?? [],
    ambiguous: found?.ambiguous ?? [],
  }
}

function listed(
  due: readonly PlannedCity[],
  found: NamedCities | undefined,
): RefreshPlan['cities'] {
  const plannedOf = new Map(due.map((one) => [one.city.id, one]))
  const cities = found?.cities ?? due.map(({ city }) => city)
  return cities.map(({ id, name }) => {
    const one = plannedOf.get(id)
    return {
      city: name,
      city_id: id,
      due: one !== undefined,
      reason: one?.reason ?? null,
      products: [...(one?.products ?? [])],
      calls: [...(one?.calls ?? [])],
    }
  })
}
