import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { doubtsOf } from '../../db/queries/city-doubts.ts'
import { explainFacts } from '../../db/queries/explain-facts.ts'
import { latestPlanFor } from '../../db/queries/latest-plan.ts'
import { readProviderSetups } from '../../db/queries/provider-controls.ts'
import type { CityId } from '../../domain/city/city.ts'
import { explainCity } from '../../domain/provider/explain.ts'
import type { ApiDeps } from '../deps.ts'
import { unknownCity } from '../readers/city-lookup.ts'
import { CityIdParams } from '../schemas/city.ts'
import { ExplainBody } from '../schemas/explain.ts'
import { doubtsBody } from '../views/doubts.ts'
import { explainedProductBody } from '../views/explain.ts'

type Deps = Pick<ApiDeps, 'db' | 'now' | 'settings'>

export const explainRoutes =
  (deps: Deps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/cities/:cityId/explain',
      {
        config: { role: 'read' },
        schema: {
          tags: ['weather'],
          summary: 'Why a city has the values it has',
          description:
            'For the last refresh of each product: which providers were asked, which were skipped ' +
            'and why, what came of it, what is stored, when it is next due by the plan, and whether ' +
            'it is late; and what speaks against the values: flags, and providers that disagree.',
          params: CityIdParams,
          response: { 200: ExplainBody },
        },
      },
      async ({ params: { cityId } }) => explained(deps, cityId),
    )
  }

async function explained({ db, now, settings }: Deps, cityId: CityId) {
  const at = now()
  const [facts, doubts, setups, plan] = await Promise.all([
    explainFacts(db, cityId, at),
    doubtsOf(db, cityId, at),
    readProviderSetups(db, settings.providers ?? []),
    latestPlanFor(db, cityId, at),
  ])
  if (!facts) throw unknownCity(cityId)
  const { maxAgeSeconds } = settings
  const products = explainCity(facts, setups, { maxAgeSeconds, now: at, plan })
  return {
    city_id: cityId,
    city: facts.name,
    is_active: facts.isActive,
    products: products.map(explainedProductBody),
    doubts: doubtsBody(doubts),
    timestamp: at.toISOString(),
  }
}
