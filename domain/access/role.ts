/** What a caller may do, least first: each may do what those before it may. */
export const ROLES = ['read', 'operate', 'admin'] as const

export type Role = (typeof ROLES)[number]

export const includesRole = (held: Role, needed: Role): boolean =>
  ROLES.indexOf(held) >= ROLES.indexOf(needed)
