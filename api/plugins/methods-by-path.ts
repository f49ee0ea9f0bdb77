import type { FastifyInstance } from 'fastify'

type MethodsOf = (path: string) => readonly string[]

/** Which methods an address has; to be called before routes are added. */
export function methodsByPath(app: FastifyInstance): MethodsOf {
  const routes: { readonly matches: RegExp; readonly methods: readonly string[] }[] = []
  app.addHook('onRoute', ({ url, method }) => {
    routes.push({ matches: patternOf(url), methods: [method].flat() })
  })
  return (path) => {
    const found = routes.filter(({ matches }) => matches.test(path)).flatMap((one) => one.methods)
    return [...new Set(found)].sort()
  }
}

/** Of a route such as `/cities/:cityId` or `/task/*`; a slash at the end makes no difference. */
function patternOf(url: string): RegExp {
  const escaped = url.replace(/\/+$/, '').replace(/[.+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${escaped.replace(/:\w+/g, '[^/]+').replace('*', '.*')}/?$`)
}
