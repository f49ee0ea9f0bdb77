import type { QuotaWindow } from '../quota/windows.ts'
import { outsideText } from '../text/printable-text.ts'

/** Every way a provider can fail to give a reading. The list is closed. */
export const PROVIDER_ERROR_KINDS = [
  'timeout',
  'network',
  'unauthorized',
  'not-found',
  'rate-limited',
  'unavailable',
  'rejected',
  'not-json',
  'schema-mismatch',
  'place-missing',
  'not-covered',
  'out-of-range',
  'from-the-future',
  'stale',
  'place-unavailable',
  'not-stored',
  'quota-exhausted',
  'queue-full',
  'circuit-open',
  'quarantined',
  'parked',
] as const

export type ProviderErrorKind = (typeof PROVIDER_ERROR_KINDS)[number]

interface KindFacts {
  /** Whether asking again later, with nothing changed, can succeed. */
  readonly transient: boolean
  /** Whose failure it is: the provider's for every place, or this place's alone. */
  readonly blame: 'provider' | 'place'
}

export const PROVIDER_ERROR_FACTS: Readonly<Record<ProviderErrorKind, KindFacts>> = {
  timeout: { transient: true, blame: 'provider' },
  network: { transient: true, blame: 'provider' },
  unauthorized: { transient: false, blame: 'provider' },
  'not-found': { transient: false, blame: 'place' },
  'rate-limited': { transient: true, blame: 'provider' },
  unavailable: { transient: true, blame: 'provider' },
  rejected: { transient: false, blame: 'provider' },
  'not-json': { transient: true, blame: 'provider' },
  'schema-mismatch': { transient: false, blame: 'provider' },
  'place-missing': { transient: true, blame: 'place' },
  'not-covered': { transient: false, blame: 'place' },
  'out-of-range': { transient: true, blame: 'place' },
  'from-the-future': { transient: true, blame: 'place' },
  stale: { transient: true, blame: 'place' },
  // One station, office or grid of the provider is down, not the provider.
  'place-unavailable': { transient: true, blame: 'place' },
  'not-stored': { transient: false, blame: 'place' },
  'quota-exhausted': { transient: true, blame: 'provider' },
  'queue-full': { transient: true, blame: 'provider' },
  'circuit-open': { transient: true, blame: 'provider' },
  quarantined: { transient: true, blame: 'provider' },
  parked: { transient: true, blame: 'provider' },
}

export interface ProviderErrorOptions {
  readonly status?: number
  /** How long the provider, or our own ledger, says to wait. */
  readonly retryAfterMs?: number
  /** The window that is used up, where the provider names it. */
  readonly window?: QuotaWindow
  readonly cause?: unknown
}

/** The message is storable and printable, whatever it quotes; it never holds a URL's query. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError'
  readonly kind: ProviderErrorKind
  readonly status: number | undefined
  readonly retryAfterMs: number | undefined
  readonly window: QuotaWindow | undefined

  constructor(kind: ProviderErrorKind, message: string, options: ProviderErrorOptions = {}) {
    super(outsideText(message), options.cause === undefined ? undefined : { cause: options.cause })
    this.kind = kind
    this.status = options.status
    this.retryAfterMs = options.retryAfterMs
    this.window = options.window
  }

  /** The same failure with another wait. */
  waiting(retryAfterMs: number): ProviderError {
    const { kind, message, status, window, cause } = this
    return new ProviderError(kind, message, {
      ...(status !== undefined && { status }),
      ...(window !== undefined && { window }),
      retryAfterMs,
      cause,
    })
  }

  get transient(): boolean {
    return PROVIDER_ERROR_FACTS[this.kind].transient
  }
}
