import { overLimitAnswer, tooManyAtOnceAnswer } from '../error-bodies.ts'
import type { Answer, EmulatedCall } from '../exchange.ts'
import type { ProviderName } from '../provider-names.ts'
import { CLOCK_WINDOWS, windowKey, type ClockWindow } from './clock-windows.ts'
import type { Limit } from './schemas.ts'

type WindowUse = {
  readonly key: string
  weight: number
}

export interface LimitBook {
  readonly set: (limit: Limit) => void
  readonly list: () => Limit[]
  readonly clear: () => void
  /** The provider's refusal, or null after the request's weight was counted. */
  readonly admit: (
    provider: ProviderName,
    call: EmulatedCall,
    inFlight: number,
    now: Date,
  ) => Answer | null
}

export function createLimitBook(): LimitBook {
  const limits = new Map<ProviderName, Limit>()
  const used = new Map<string, WindowUse>()
  const useOf = (provider: ProviderName, window: ClockWindow, isoTime: string): WindowUse => {
    const key = windowKey(isoTime, window)
    const known = used.get(`${provider}/${window}`)
    if (known?.key === key) return known
    const fresh = { key, weight: 0 }
    used.set(`${provider}/${window}`, fresh)
    return fresh
  }
  return {
    set: (limit) => void limits.set(limit.provider, limit),
    list: () => [...limits.values()],
    clear: () => {
      limits.clear()
      used.clear()
    },
    admit: (provider, call, inFlight, now) => {
      const limit = limits.get(provider)
      if (!limit) return null
      if (inFlight > (limit.maxConcurrent ?? Infinity)) return tooManyAtOnceAnswer(provider)
      const isoTime = now.toISOString()
      // Checked before and charged after: one large request may overshoot, the next is refused.
      const full = CLOCK_WINDOWS.find((window) => {
        const allowed = limit.requestsPerWindow?.[window] ?? Infinity
        return useOf(provider, window, isoTime).weight >= allowed
      })
      if (full) return overLimitAnswer(provider, full)
      for (const window of CLOCK_WINDOWS) useOf(provider, window, isoTime).weight += call.weight
      return null
    },
  }
}
