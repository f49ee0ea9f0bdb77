import type { FastifyInstance, FastifyRequest } from 'fastify'
import { hashOfApiToken, isApiToken } from '../../platform/api-token.ts'
import { isLoopback } from '../../platform/config/bind-address.ts'
import { challenge, requireRole, type Caller } from '../caller.ts'
import type { ApiDeps } from '../deps.ts'
import { Problem } from '../problem.ts'
import { includesRole, type Role } from '../roles.ts'
import { sessionTokenOf } from '../session-cookie.ts'

type AuthDeps = Pick<ApiDeps, 'tokens' | 'now' | 'settings'>

/**
 * Every route but the open ones answers only callers whose role is enough. As soon as there is a
 * token each request needs one, also from this machine; before, everyone who reaches the API is
 * admin, and only this machine does, unless that was asked for.
 */
export function authenticate(app: FastifyInstance, deps: AuthDeps): void {
  app.decorateRequest('caller', null)
  app.decorateRequest('findCaller', function findCaller(this: FastifyRequest) {
    return callerOf(this, deps).catch(() => null)
  })
  app.decorateRequest('mayStill', async function mayStill(this: FastifyRequest, needed: Role) {
    try {
      return includesRole((await callerOf(this, deps)).role, needed)
    } catch (error) {
      // Where the tokens cannot be read, the caller keeps what was granted.
      return !(error instanceof Problem)
    }
  })
  app.addHook('onRequest', async (request) => {
    // An address without a route shows nothing.
    const { role: needed = 'admin' } = request.routeOptions.config
    if (request.is404 || needed === 'open') return
    Object.assign(request, { caller: await callerOf(request, deps) })
    requireRole(request, needed)
  })
}

async function callerOf(request: FastifyRequest, deps: AuthDeps): Promise<Caller> {
  const token = bearerOf(request)
  if (token !== undefined) return callerWith(token, deps)
  const session = sessionTokenOf(request)
  // A browser sends the cookie of a token that is gone for as long as it has it.
  const caller = session === undefined ? undefined : await sessionCaller(session, deps)
  if (caller) return caller
  if (await deps.tokens.isAny()) {
    throw unauthenticated('Send a token, as in `Authorization: Bearer w247_…`.')
  }
  if (!deps.settings.isOpenWithoutTokens) {
    throw unauthenticated('There is no token yet: run `weather247 tokens create`.')
  }
  // What a trusted proxy hands on comes from elsewhere, though the proxy does not.
  if (isLoopback(request.socket.remoteAddress ?? '') && !isLoopback(request.ip)) {
    throw unauthenticated('Create a token first: `weather247 tokens create`.')
  }
  const name = isLoopback(request.socket.remoteAddress ?? '') ? 'loopback' : 'unprotected'
  return { role: 'admin', name, tokenId: null }
}

/** Other schemes are of proxies in between, and say nothing here. */
export const bearerOf = ({ headers }: FastifyRequest): string | undefined =>
  /^bearer +(.*)$/i.exec(headers.authorization ?? '')?.[1]?.trim()

const sessionCaller = (token: string, deps: AuthDeps): Promise<Caller | undefined> =>
  callerWith(token, deps).catch((error: unknown) => {
    if (error instanceof Problem) return undefined
    throw error
  })

async function callerWith(token: string, { tokens, now }: AuthDeps): Promise<Caller> {
  const found = isApiToken(token) ? await tokens.find(hashOfApiToken(token)) : undefined
  if (!found) throw unauthenticated('This token is not known here, or was revoked.', INVALID)
  const { id, name, role, expiresAt } = found
  if (expiresAt !== null && expiresAt <= now()) {
    throw unauthenticated(`This token expired at ${expiresAt.toISOString()}.`, INVALID)
  }
  tokens.noteUse(id)
  return { role, name, tokenId: id }
}

const INVALID = 'error="invalid_token"'

function unauthenticated(detail: string, error?: string): Problem {
  const headers = { 'www-authenticate': challenge(error) }
  return new Problem('unauthenticated', detail, { headers })
}
