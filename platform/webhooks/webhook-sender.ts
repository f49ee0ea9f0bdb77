import { lookup as lookUp, type LookupOptions } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { Agent, request } from 'undici'
import type { Answer } from '../../domain/notifications/delivery.ts'
import { isPrivateAddress } from './private-addresses.ts'
import { signatureHeaders } from './webhook-secret.ts'
import { webhookUrlFault, type UrlRules } from './webhook-url.ts'

/** Receivers are meant to answer first and work then. */
const TIMEOUT_MS = 10_000

export interface Delivery {
  readonly url: string
  readonly secret: string
  /** The same for every try of the same event: what a receiver knows a repetition by. */
  readonly id: string
  readonly body: string
}

export interface WebhookSender {
  /** Never rejects for what the receiver does. */
  send(delivery: Delivery, signal: AbortSignal): Promise<Answer>
  close(): Promise<void>
}

export interface SenderOptions extends UrlRules {
  readonly userAgent: string
  readonly now: () => Date
  readonly timeoutMs?: number
  /** How names are looked up. */
  readonly lookup?: typeof lookUp
}

/**
 * Sends signed deliveries to addresses of the internet. The address is checked where the connection
 * is made, so a name that leads elsewhere the second time leads nowhere, and no redirect is followed.
 */
export function createWebhookSender(options: SenderOptions): WebhookSender {
  const { allowsPrivate, userAgent, now, timeoutMs = TIMEOUT_MS, lookup = lookUp } = options
  const agent = new Agent({
    ...(!allowsPrivate && { connect: { lookup: publicOnly(lookup) } }),
    pipelining: 0,
  })
  return {
    async send({ url, secret, id, body }, signal) {
      const fault = webhookUrlFault(url, { allowsPrivate })
      if (fault !== undefined) return { kind: 'refused', reason: `not sent: ${fault}` }
      try {
        const response = await request(url, {
          method: 'POST',
          dispatcher: agent,
          body,
          headers: {
            'content-type': 'application/json',
            'user-agent': userAgent,
            ...signatureHeaders(secret, { id, sentAt: now(), body }),
          },
          signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
        })
        await response.body.dump()
        return { kind: 'status', status: response.statusCode }
      } catch (error) {
        signal.throwIfAborted()
        return unreachable(error)
      }
    },
    close: () => agent.close(),
  }
}

const PRIVATE_CODE = 'EPRIVATE'

/** A lookup that finds no address of a private network, and fails where there is no other. */
const publicOnly =
  (lookup: typeof lookUp): LookupFunction =>
  (hostname, options: LookupOptions, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) {
        callback(error, [])
        return
      }
      const open = addresses.filter(({ address }) => !isPrivateAddress(address))
      const [first] = open
      if (first === undefined) {
        callback(Object.assign(new Error('a private address'), { code: PRIVATE_CODE }), [])
      } else if (options.all === true) callback(null, open)
      else callback(null, first.address, first.family)
    })
  }

/** By its code, because a message may quote the address, and an address may hold a token. */
function unreachable(error: unknown): Answer {
  const code = codeOf(error)
  if (code === PRIVATE_CODE) {
    return { kind: 'refused', reason: 'not sent: its name leads to a private address' }
  }
  const isTimeout = error instanceof Error && error.name === 'TimeoutError'
  return {
    kind: 'unreachable',
    reason: isTimeout ? 'no answer in time' : (code ?? 'no connection'),
  }
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && typeof error.code === 'string') return error.code
  return codeOf(error.cause)
}
