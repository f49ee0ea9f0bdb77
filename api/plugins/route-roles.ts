import type { FastifyInstance, RouteOptions } from 'fastify'
import type { RouteRole } from '../roles.ts'

/**
 * No route is there without a role: the app does not become ready. To be called before routes are
 * added.
 */
export function requireRouteRoles(app: FastifyInstance): void {
  const routes: RouteOptions[] = []
  app.addHook('onRoute', (route) => void routes.push(route))
  app.addHook('onReady', async () => {
    const without = routes.filter(({ config }) => config?.role === undefined)
    if (without.length === 0) return
    const names = without.map(({ method, url }) => `${[method].flat().join(',')} ${url}`)
    throw new Error(`no role is set in the config of the route ${names.join(', ')}`)
  })
}

/** For routes of plugins, which know nothing of roles. */
export function giveRole(app: FastifyInstance, role: RouteRole): void {
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, role }
  })
}
