import { join } from 'node:path'
import serveFiles from '@fastify/static'
import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify'
import { addVary } from '../plugins/value-freshness.ts'
import { giveRole } from '../plugins/route-roles.ts'

/** Beside `/`, which programs ask, too. The page itself knows what each shows. */
const ADDRESSES = ['/cities', '/cities/:cityId', '/runs', '/runs/*', '/providers', '/system']

const WANTS = 'wants'
const PAGE = 'page'

/** Browsers name it; programs take what comes. */
const wantsPage = (accept = ''): boolean => accept.includes('text/html')

/** The dashboard: one page at a few addresses, and its files, which carry a hash of their content. */
export const pageRoutes =
  (folder: string): FastifyPluginAsync =>
  async (app) => {
    giveRole(app, 'open')
    knowWhoWantsPages(app)
    app.register(serveFiles, {
      root: join(folder, 'assets'),
      prefix: '/assets/',
      wildcard: false,
      index: false,
      globIgnore: ['**/*.{br,gz}'],
      preCompressed: true,
      immutable: true,
      maxAge: '365d',
      schemaHide: true,
    })
    const sendPage = (reply: FastifyReply) =>
      reply
        .header('cache-control', 'no-cache')
        .sendFile('index.html', folder, { cacheControl: false })

    const schema = { hide: true }
    app.get('/', { schema, constraints: { [WANTS]: PAGE } }, async (_request, reply) => {
      addVary(reply, 'Accept')
      return sendPage(reply)
    })
    for (const address of ADDRESSES) {
      app.get(address, { schema }, async (_request, reply) => sendPage(reply))
    }
  }

/** Of the router, which alone looks into it. */
type Strategy = Parameters<FastifyInstance['addConstraintStrategy']>[0]
type Handler = Parameters<ReturnType<Strategy['storage']>['set']>[1]

/** Lets a route of an address be for browsers alone, beside the one for programs. */
function knowWhoWantsPages(app: FastifyInstance): void {
  app.addConstraintStrategy({
    name: WANTS,
    storage() {
      const handlers = new Map<unknown, Handler>()
      return {
        get: (wanted: unknown) => handlers.get(wanted) ?? null,
        set(wanted: unknown, handler: Handler) {
          handlers.set(wanted, handler)
        },
      }
    },
    validate: () => undefined,
    deriveConstraint: ({ headers }) => (wantsPage(headers.accept) ? PAGE : undefined),
  })
}
