import type { Served } from '../../domain/provider/provider-chain-port.ts'

/** The outcome of a city's refresh, ready to be stored. */
export interface CityRefresh extends Served {
  readonly runId: string
  readonly at: Date
  /** The run goes on asking for what is missing: it keeps the city, and this is not its end. */
  readonly asksAgain?: boolean
}
