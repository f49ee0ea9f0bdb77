import type { Ceiling } from '../domain/plan/failover-ceilings.ts'
import type { Priority } from '../domain/provider/priority.ts'
import type { PlaceAnswer, PlaceRequest, WeatherProvider } from '../domain/provider/provider.ts'

export interface LaneOptions {
  readonly priority: Priority
  readonly signal: AbortSignal
  /** How long the request may wait for quota before the next provider is tried. */
  readonly maxQuotaWaitMs: number
  /** How long the request waits for others to share its batch, unless the batch is full before. */
  readonly lingerMs: number
  /** It is sent only while the provider's windows have used no more with it. */
  readonly ceiling?: Ceiling | undefined
}

/** The queue in front of one provider; every request to the provider goes through it. */
export interface Lane {
  readonly provider: WeatherProvider
  send(request: PlaceRequest, options: LaneOptions): Promise<PlaceAnswer>
}
