import { isIP } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { isLoopback } from '../../platform/config/bind-address.ts'
import { Problem } from '../problem.ts'

export interface HostRules {
  /** What HOST says: a name, or an address, of which those that stand for all are no host. */
  readonly bindHost: string
  /** `name` with any port, or `name:port`. */
  readonly allowed: readonly string[]
}

interface AskedHost {
  readonly name: string
  readonly port: number
}

const HTTP_PORT = 80

/**
 * Answers only who names this server as its host. A page of another site that has its name point
 * here (DNS rebinding) is of that site's origin for the browser, so nothing else would stop it.
 * Forwarded headers are ignored, because any client can send them.
 */
export function answerOwnHostsOnly(app: FastifyInstance, rules: HostRules): void {
  const allowed = new Set(rules.allowed.map((host) => host.toLowerCase()))
  const known = new LRUCache<string, true>({ max: MAX_KNOWN })
  app.addHook('onRequest', (request, _reply, done) => {
    const { localAddress, localPort } = request.socket
    for (const host of hostsOf(request)) {
      const key = `${host} ${localAddress} ${localPort}`
      if (known.has(key)) continue
      const asked = parseHost(host)
      if (asked === undefined || !isOwn(asked, request, rules, allowed)) throw unknownHost(asked)
      known.set(key, true)
    }
    done()
  })
}

/** Own hosts by the socket they were asked through: a server has few, and each request names one. */
const MAX_KNOWN = 1000

/** The Host header; a request for a whole URL, as proxies get them, names another one. */
function hostsOf({ raw }: FastifyRequest): string[] {
  const { rawHeaders, url = '' } = raw
  const hosts = rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'host',
  )
  const [, authority] = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(url) ?? []
  if (hosts.length !== 1) {
    const detail = `A request has one Host header, not ${hosts.length}.`
    throw new Problem('invalid-request', detail)
  }
  return authority === undefined ? hosts : [...hosts, authority]
}

const HOST = /^(\[[0-9a-f:.]{2,45}\]|[a-z0-9._-]{1,253}?)\.?(?::(\d{1,5}))?$/i

function parseHost(host: string): AskedHost | undefined {
  const [, name, port] = HOST.exec(host) ?? []
  if (name === undefined || !URL.canParse(`http://${name}`)) return undefined
  const isIpv6 = name.startsWith('[')
  return {
    // One spelling of each IPv6 address.
    name: isIpv6 ? new URL(`http://${name}`).hostname.slice(1, -1) : name.toLowerCase(),
    port: port === undefined ? HTTP_PORT : Number(port),
  }
}

function isOwn(
  { name, port }: AskedHost,
  { socket }: FastifyRequest,
  { bindHost }: HostRules,
  allowed: ReadonlySet<string>,
): boolean {
  const written = name.includes(':') ? `[${name}]` : name
  if (allowed.has(written) || allowed.has(`${written}:${port}`)) return true
  if (port !== (socket.localPort ?? HTTP_PORT)) return false
  if (isIP(name) === 0) return name === 'localhost' || name === bindHost.toLowerCase()
  return isLoopback(name) || name === reachedAt(socket.localAddress)
}

/** A socket for both families shows IPv4 addresses as IPv6 ones. */
const reachedAt = (address = ''): string => address.replace(/^::ffff:(?=\d+\.)/, '')

function unknownHost(asked: AskedHost | undefined): Problem {
  return new Problem(
    'unknown-host',
    `Nothing is served as ${asked?.name ?? 'this host'}: use the address and port this server ` +
      'listens on, or name the host in WEATHER247_ALLOWED_HOSTS.',
  )
}
