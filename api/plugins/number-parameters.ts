import type { FastifyInstance } from 'fastify'

/** Digits only, in one spelling, as many as a number holds exactly. */
const INTEGER = /^(?:0|[1-9]\d{0,14})$/

/** The same with a sign and decimals: degrees, for example. */
const DECIMAL = /^-?(?:0|[1-9]\d{0,5})(?:\.\d{1,9})?$/

const SPELLINGS: Readonly<Record<string, RegExp>> = { integer: INTEGER, number: DECIMAL }

/**
 * An address carries text; where the route's schema has a number, digits become one. Whatever
 * else JavaScript takes for a number (`Infinity`, `1e3`, `0x10`, ` 5`) stays text and is refused.
 */
export function readNumbers(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ routeOptions, query, params }) => {
    readIn(query, routeOptions.schema?.querystring)
    readIn(params, routeOptions.schema?.params)
  })
}

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, { readonly type?: unknown }>>
}

function readIn(values: unknown, schema: unknown): void {
  const { properties = {} } = (schema ?? {}) as ObjectSchema
  const fields = (values ?? {}) as Record<string, unknown>
  for (const [name, { type }] of Object.entries(properties)) {
    const value = fields[name]
    const spelling = typeof type === 'string' ? SPELLINGS[type] : undefined
    if (typeof value === 'string' && spelling?.test(value) === true) fields[name] = Number(value)
  }
}
