import type { Circuit } from '../domain/provider/circuit.ts'
import { ProviderError } from '../domain/provider/provider-error.ts'
import type { Product } from '../domain/weather/product.ts'
import { utcText } from './utc-text.ts'

/** One product of a request is quarantined: the others may be asked for without it. */
export class PartQuarantined extends ProviderError {
  readonly part: Product

  constructor(part: Product, { kind, message, retryAfterMs }: ProviderError) {
    super(kind, message, retryAfterMs === undefined ? {} : { retryAfterMs })
    this.part = part
  }
}

/** What a request meets that an open circuit refuses, of all it asks for or of a part. */
export const refusalOf = (circuit: Circuit, part?: Product): ProviderError =>
  part === undefined ? refusalOfAll(circuit) : new PartQuarantined(part, refusalOfAll(circuit))

function refusalOfAll({ provider, cause, endpoint, openUntil, probeUntil, reason }: Circuit) {
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

/** The circuit of the request's endpoint is open, as the database has it. */
export class CircuitStands extends Error {
  override readonly name = 'CircuitStands'
  readonly circuit: Circuit

  constructor(circuit: Circuit) {
    super(circuit.reason)
    this.circuit = circuit
  }
}
