import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { openCircuits } from '../../db/queries/provider-circuits.ts'
import { latestProviderChanges } from '../../db/queries/provider-controls.ts'
import { providerFacts, type ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { RecentAnswers } from '../background/recent-answers.ts'
import type { ApiDeps } from '../deps.ts'
import { Problem } from '../problem.ts'
import { applyChange, providerIdOf, refuseSecrets } from '../readers/change-provider.ts'
import { readProviders } from '../readers/providers.ts'
import {
  ChangeProviderRequest,
  CreateProviderRequest,
  ProviderChangeBody,
  ProviderDetailBody,
} from '../schemas/change-provider.ts'
import { ProviderParams } from '../schemas/providers.ts'
import { changeBody, samplesOf } from '../views/change-provider.ts'
import { providerBody } from '../views/providers.ts'

const CHANGES_SHOWN = 20

const noSecrets = async ({ body, params }: FastifyRequest): Promise<void> => {
  const named = (params as { readonly providerId?: string }).providerId
  refuseSecrets(body, named)
}

export const manageProvidersRoutes =
  (
    deps: Pick<ApiDeps, 'db' | 'now' | 'settings'>,
    recent: RecentAnswers,
  ): FastifyPluginAsyncTypebox =>
  async (app) => {
    async function detail(id: ProviderId) {
      const found = (await readProviders(deps)).find((one) => one.id === id)
      if (!found) throw new Problem('unknown-provider', 'This provider is not installed.')
      return providerBody(found)
    }
    const answer = async (id: ProviderId, message: string) => ({
      message: `${providerFacts(id).name} ${message}`,
      provider: await detail(id),
    })

    const readOne = recent.shareByKey(async (id: ProviderId) => {
      const [provider, circuits, changes] = await Promise.all([
        detail(id),
        openCircuits(deps.db),
        latestProviderChanges(deps.db, id, CHANGES_SHOWN),
      ])
      return {
        provider,
        samples: samplesOf(circuits, id),
        changes: changes.map(changeBody),
        timestamp: deps.now().toISOString(),
      }
    })

    // The original's path, and the resource's own.
    for (const url of ['/providers', '/providers/create']) {
      app.post(
        url,
        {
          config: { role: 'admin' },
          preValidation: noSecrets,
          schema: {
            tags: ['operations'],
            summary: 'Takes a provider into use, and sets its priority and limits',
            description:
              'For every process within seconds. Adapters are built in; keys and addresses are settings.',
            body: CreateProviderRequest,
            response: { 201: ProviderChangeBody },
          },
        },
        async ({ body: { name, ...changes }, caller }, reply) => {
          await applyChange(deps, name, { is_active: true, ...changes }, caller)
          return reply.code(201).send(await answer(name, 'is in use'))
        },
      )
    }

    app.get(
      '/providers/:providerId',
      {
        config: { role: 'read' },
        schema: {
          tags: ['operations'],
          summary: 'One weather API, with its licence, limits and health',
          params: ProviderParams,
          response: { 200: ProviderDetailBody },
        },
      },
      async ({ params }) => readOne(providerIdOf(params.providerId)),
    )

    app.put(
      '/providers/:providerId',
      {
        config: { role: 'admin' },
        preValidation: noSecrets,
        schema: {
          tags: ['operations'],
          summary: 'Changes whether and when a provider is asked, its limits and its budget',
          description: 'For every process within seconds. What is absent stays as it is.',
          params: ProviderParams,
          body: ChangeProviderRequest,
          response: { 200: ProviderChangeBody },
        },
      },
      async ({ params, body, caller }) => {
        const id = providerIdOf(params.providerId)
        await applyChange(deps, id, body, caller)
        return answer(id, 'is changed')
      },
    )

    for (const url of ['/providers/:providerId', '/providers/:providerId/delete']) {
      app.delete(
        url,
        {
          config: { role: 'admin' },
          schema: {
            tags: ['operations'],
            summary: 'Takes a provider out of use',
            description: 'Its limits and priority are kept; the last one in use stays in use.',
            params: ProviderParams,
            response: { 200: ProviderChangeBody },
          },
        },
        async ({ params, caller }) => {
          const id = providerIdOf(params.providerId)
          await applyChange(deps, id, { is_active: false }, caller)
          return answer(id, 'is out of use')
        },
      )
    }
  }
