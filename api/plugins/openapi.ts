import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import type { Mode } from '../../platform/config/config.ts'
import { ORIGINAL_TYPE } from '../schemas/original.ts'
import { ProblemBody } from '../schemas/problem.ts'
import { operationIdOf } from './operation-id.ts'
import { giveRole } from './route-roles.ts'

const TITLES: Readonly<Record<Mode, string>> = {
  live: 'Weather247',
  demo: 'Weather247 (demo: simulated data)',
}

const SECURITY_SCHEME = 'token'

/** Serves the description of the API at /docs/json and a page to read it at /docs. */
export function describeApi(app: FastifyInstance, mode: Mode): void {
  const title = TITLES[mode]
  app.register(swagger, { openapi: documentFrame(title), transform: described })
  // A page that a browser opens sends no token, and the description is the same everywhere.
  app.register(async (docs) => {
    giveRole(docs, 'open')
    docs.register(swaggerUi, { routePrefix: '/docs', theme: { title } })
  })
}

const documentFrame = (title: string): NonNullable<FastifyDynamicSwaggerOptions['openapi']> => ({
  openapi: '3.1.0',
  info: {
    title,
    version: '1',
    description: 'Weather of many cities, with its age and its source.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/' }],
  tags: [
    { name: 'weather', description: 'Cities and their weather' },
    { name: 'monitoring', description: 'Refreshes and their tasks' },
    { name: 'schedules', description: 'What runs by itself, and when' },
    { name: 'operations', description: 'Health, quotas, alerts and metrics' },
  ],
  components: {
    securitySchemes: { [SECURITY_SCHEME]: { type: 'http', scheme: 'bearer' } },
    // The same text that TypeBox reads; only its type is not OpenAPI's.
    schemas: { Problem: ProblemBody as object },
  },
})

type Transform = NonNullable<FastifyDynamicSwaggerOptions['transform']>

/** What a route does not have to repeat: its id, who may call it, and that it may refuse. */
const described: Transform = ({ schema, url, route }) => {
  const role = route.config?.role
  return {
    url,
    schema: {
      ...schema,
      ...(schema.querystring !== undefined && { querystring: optional(schema.querystring) }),
      operationId: operationIdOf([route.method].flat()[0] ?? '', url),
      ...(role !== undefined && { 'x-required-role': role }),
      // Before the first token there is none to show, so none is asked for.
      security: role === 'open' ? [] : [{ [SECURITY_SCHEME]: [] }, {}],
      response: { ...answersOf(schema.response, route.config?.original), ...PROBLEMS },
    },
  }
}

interface Fields {
  readonly properties?: Readonly<Record<string, { readonly default?: unknown }>>
  readonly required?: readonly string[]
}

/** What has a default is filled in before it is checked, so no client has to send it. */
function optional(querystring: unknown): object {
  const { properties = {}, required = [], ...rest } = querystring as Fields
  const asked = required.filter((name) => properties[name]?.default === undefined)
  return { ...rest, properties, ...(asked.length > 0 && { required: asked }) }
}

interface Answer {
  readonly description?: string
  readonly content?: Readonly<Record<string, { readonly schema: object }>>
}

/** Beside its own body, that of `compat=1`. */
function answersOf(response: unknown, original: object | undefined): object {
  const answers = (response ?? {}) as Readonly<Record<string, Answer>>
  const ok = answers['200']
  if (original === undefined || ok === undefined) return answers
  const content = {
    ...(ok.content ?? { 'application/json': { schema: ok } }),
    [ORIGINAL_TYPE]: { schema: original },
  }
  return { ...answers, 200: { description: ok.description ?? 'The value', content } }
}

const PROBLEM = {
  description: 'A problem, as RFC 9457 has it',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

const PROBLEMS = { '4xx': PROBLEM, '5xx': PROBLEM }
