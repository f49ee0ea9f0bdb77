/** What a caller may do, least first: each may do what those before it may. */
export const ROLES = ['read', 'operate', 'admin'] as const

export type Role = (typeof ROLES)[number]

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The role a caller needs at least. */
    readonly role?: Role
  }
}
