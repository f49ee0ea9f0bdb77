import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import type { Mode } from '../../platform/config/config.ts'
import { ProblemBody } from '../schemas/problem.ts'
import { giveRole } from './route-roles.ts'

const TITLES: Readonly<Record<Mode, string>> = {
  live: 'Weather247',
  demo: 'Weather247 (demo: simulated data)',
}

/** Serves the description of the API at /docs/json and a page to read it at /docs. */
export function describeApi(app: FastifyInstance, mode: Mode): void {
  const title = TITLES[mode]
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title,
        version: '1',
        description: 'Current weather of many cities, with its age and its source.',
      },
      tags: [
        { name: 'weather', description: 'Cities and their conditions' },
        { name: 'monitoring', description: 'Refreshes and their tasks' },
        { name: 'schedules', description: 'What runs by itself, and when' },
        { name: 'operations', description: 'Probes and metrics' },
      ],
    },
    transform: withProblems,
  })
  // A page that a browser opens sends no token, and the description is the same everywhere.
  app.register(async (docs) => {
    giveRole(docs, 'open')
    docs.register(swaggerUi, { routePrefix: '/docs', theme: { title } })
  })
}

type Transform = NonNullable<FastifyDynamicSwaggerOptions['transform']>

/** Any route may answer with a problem; none of them has to repeat it. */
const withProblems: Transform = ({ schema, url }) => {
  const problem = {
    description: 'A problem',
    content: { 'application/problem+json': { schema: ProblemBody } },
  }
  const responses = { ...(schema.response as object | undefined), default: problem }
  return { schema: { ...schema, response: responses }, url }
}
