import {
  simulatedDays,
  type Outage,
  type SimulatedProvider,
} from '../../domain/plan/simulation/simulated-days.ts'
import { MINUTE_MS } from '../../domain/time/durations.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { wrongUsage } from '../errors/command-error.ts'
import { say, sayJson } from '../terminal/output.ts'
import { simulationText } from './simulation-text.ts'

export interface SimulateOptions {
  readonly cities: number
  readonly days: number
  readonly seed: number
  readonly budget?: readonly SimulatedProvider[]
  readonly down?: readonly Outage[]
  readonly json?: boolean
}

/** Always the same days, so that a seed says all. */
const START = Date.parse('2026-03-01T00:00:00Z') / MINUTE_MS

const USUAL: readonly SimulatedProvider[] = [{ id: 'open-meteo' }, { id: 'met-norway' }]

export function simulate(options: SimulateOptions): ExitCode {
  const { cities, days, seed, budget: providers = USUAL, down: outages = [], json } = options
  const unknown = outages.find(({ id }) => !providers.some((provider) => provider.id === id))
  if (unknown) {
    throw wrongUsage(`${unknown.id} has an outage and no budget`, `add --budget ${unknown.id}`)
  }
  const report = simulatedDays({ cities, days, seed, start: START, providers, outages })
  if (json === true) sayJson(report)
  else say(simulationText(report))
  return EXIT.ok
}
