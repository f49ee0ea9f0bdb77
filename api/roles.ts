import type { Role } from '../domain/access/role.ts'

export { includesRole, ROLES, type Role } from '../domain/access/role.ts'

/** `open` is for probes and for what shows nothing of the installation: no caller is asked for. */
export type RouteRole = Role | 'open'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The role a caller needs at least. Every route has one: `plugins/route-roles.ts`. */
    readonly role?: RouteRole
  }
}
