import type { FastifyRequest } from 'fastify'
import { Problem } from './problem.ts'
import { includesRole, type Role } from './roles.ts'

/** Who sends a request. */
export interface Caller {
  readonly role: Role
  /** Of the token; where the API asks for none, `loopback` or `unprotected`. */
  readonly name: string
  /** Null where the API asks for no token. */
  readonly tokenId: number | null
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Null on open routes, where callers are not asked who they are. */
    readonly caller: Caller | null
    /** For open routes that show more to who may read: null for strangers, and it never throws. */
    readonly findCaller: () => Promise<Caller | null>
    /** For answers that last: whether the caller's token still holds, and for the role. */
    readonly mayStill: (needed: Role) => Promise<boolean>
  }
}

/** For what is asked in passing, such as a read that may also refresh. */
export const holdsRole = ({ caller }: Pick<FastifyRequest, 'caller'>, needed: Role): boolean =>
  caller !== null && includesRole(caller.role, needed)

/** For a part of what a route does that needs more than the route. */
export function requireRole(request: Pick<FastifyRequest, 'caller'>, needed: Role): void {
  if (!holdsRole(request, needed)) throw forbidden(request.caller, needed)
}

function forbidden(caller: Caller | null, needed: Role): Problem {
  const held = caller === null ? 'You have none' : `"${caller.name}" has the role ${caller.role}`
  return new Problem('forbidden', `This needs the role ${needed}. ${held}.`, {
    extra: { needed_role: needed },
    headers: { 'www-authenticate': challenge(`error="insufficient_scope", scope="${needed}"`) },
  })
}

/** RFC 6750. */
export const challenge = (error?: string): string =>
  `Bearer realm="weather247"${error === undefined ? '' : `, ${error}`}`
