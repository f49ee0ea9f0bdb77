import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type, type Static } from 'typebox'
import { providerFacts, type ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { ApiDeps } from '../deps.ts'
import { providerReports } from '../health/providers.ts'
import { emptyBodyAsObject } from '../plugins/empty-body.ts'
import { Problem } from '../problem.ts'
import { cityToTest, providerIdOf } from '../readers/change-provider.ts'
import { readProviders } from '../readers/providers.ts'
import {
  BulkHealthBody,
  ProviderHealthBody,
  ProviderTestBody,
  TestProviderRequest,
} from '../schemas/change-provider.ts'
import { ProviderParams } from '../schemas/providers.ts'
import { healthResult, testBody } from '../views/change-provider.ts'

const NoFields = Type.Object({}, { additionalProperties: false, examples: [{}] })

type Deps = Pick<ApiDeps, 'db' | 'now' | 'settings'>

export const checkProvidersRoutes =
  (deps: Deps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/providers/:providerId/health',
      {
        config: { role: 'operate' },
        preValidation: emptyBodyAsObject,
        schema: {
          tags: ['operations'],
          summary: 'Whether a provider in use can be asked, by what was counted',
          description: 'No request is sent to the provider; `test` sends one.',
          params: ProviderParams,
          body: NoFields,
          response: { 200: ProviderHealthBody },
        },
      },
      async ({ params }) => {
        const id = providerIdOf(params.providerId)
        const found = (await readProviders(deps)).find((one) => one.id === id)
        if (!found) throw new Problem('unknown-provider', 'This provider is not installed.')
        return { ...healthResult(found.health), timestamp: deps.now().toISOString() }
      },
    )

    app.post(
      '/bulk-health-check',
      {
        config: { role: 'operate' },
        preValidation: emptyBodyAsObject,
        schema: {
          tags: ['operations'],
          summary: 'Whether the providers in use can be asked, by what was counted',
          description: 'No request is sent to a provider.',
          body: NoFields,
          response: { 200: BulkHealthBody },
        },
      },
      async () => {
        const results = (await providerReports(deps)).map(healthResult)
        return { results, total_checked: results.length, timestamp: deps.now().toISOString() }
      },
    )

    app.post(
      '/providers/:providerId/test',
      {
        config: { role: 'operate' },
        preValidation: emptyBodyAsObject,
        schema: {
          tags: ['operations'],
          summary: 'Sends a provider one real request, and says what it came to',
          description:
            'Charged to its quota, and sent also while it is paused; a success ends the pause. ' +
            'Nothing of the answer is stored.',
          params: ProviderParams,
          body: TestProviderRequest,
          response: { 200: ProviderTestBody },
        },
      },
      async ({ params, body }) => testOne(deps, providerIdOf(params.providerId), body),
    )
  }

async function testOne(
  deps: Deps,
  id: ProviderId,
  { city_id: cityId, product }: Static<typeof TestProviderRequest>,
) {
  const { barredBy, adapters } = usableOf(deps, id)
  if (barredBy !== null || !adapters) {
    const why = barredBy ?? 'this process has no adapters'
    throw new Problem('provider-not-usable', `${id} cannot be tested: ${why}.`)
  }
  if (product !== undefined && !providerFacts(id).products.includes(product)) {
    throw new Problem('invalid-request', `body/product: ${id} does not offer ${product}.`)
  }
  const place = await cityToTest(deps, id, cityId)
  return testBody(await adapters.test(id, place, product), place.id)
}

function usableOf({ settings }: Pick<ApiDeps, 'settings'>, id: ProviderId) {
  const installed = settings.providers?.find((one) => one.id === id)
  const barredBy = installed ? installed.barredBy : 'it is not installed'
  return { barredBy, adapters: settings.adapters }
}
