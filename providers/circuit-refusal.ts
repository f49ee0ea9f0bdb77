import type { Circuit } from '../domain/provider/circuit.ts'
import { ProviderError } from '../domain/provider/provider-error.ts'
import { utcText } from './utc-text.ts'

/** What a request meets that is kept back by an open circuit. */
export function refusalOf({ provider, cause, endpoint, openUntil, probeUntil, reason }: Circuit) {
  const endMs = Math.max(openUntil.getTime(), probeUntil?.getTime() ?? 0)
  const retryAfterMs = Math.max(1, endMs - Date.now())
  if (cause === 'contract') {
    const said = `${endpoint} is quarantined, because its answers no longer have the form we know`
    return new ProviderError('quarantined', `${provider}: ${said}: ${reason}`, { retryAfterMs })
  }
  const until = utcText(new Date(endMs))
  const said = `circuit open until ${until} after too many failures, the last: ${reason}`
  return new ProviderError('circuit-open', `${provider}: ${said}`, { retryAfterMs })
}
