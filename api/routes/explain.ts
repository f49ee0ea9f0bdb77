import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { explainFacts } from '../../db/queries/explain-facts.ts'
import { readProviderSetups } from '../../db/queries/provider-controls.ts'
import { explainCity } from '../../domain/provider/explain.ts'
import type { ApiDeps } from '../deps.ts'
import { unknownCity } from '../readers/city-lookup.ts'
import { CityIdParams } from '../schemas/city.ts'
import { ExplainBody } from '../schemas/explain.ts'
import { explainedProductBody } from '../views/explain.ts'

export const explainRoutes =
  ({ db, now, settings }: Pick<ApiDeps, 'db' | 'now' | 'settings'>): FastifyPluginAsyncTypebox =>
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
            'and why, what came of it, what is stored, and when it is next due.',
          params: CityIdParams,
          response: { 200: ExplainBody },
        },
      },
      async ({ params: { cityId } }) => {
        const at = now()
        const [facts, setups] = await Promise.all([
          explainFacts(db, cityId, at),
          readProviderSetups(db, settings.providers ?? []),
        ])
        if (!facts) throw unknownCity(cityId)
        const { maxAgeSeconds } = settings
        return {
          city_id: cityId,
          city: facts.name,
          is_active: facts.isActive,
          products: explainCity(facts, setups, { maxAgeSeconds, now: at }).map(
            explainedProductBody,
          ),
          timestamp: at.toISOString(),
        }
      },
    )
  }
