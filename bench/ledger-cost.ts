import { LEDGER_RUNS } from './baselines/ledger-only.ts'
import type { BaselineOrder } from './baselines/order.ts'
import { measure } from './measure.ts'
import { median, type LedgerCost } from './measurement.ts'
import { meterOfProcess, type Usage } from './parts/process-usage.ts'
import type { Stack } from './parts/stack.ts'

/** CPU that the ledger's statements of a run take, beside that of the run in gear bulk. */
export async function measureLedgerCost(
  stack: Stack,
  { cities, pairs: count }: { readonly cities: number; readonly pairs: number },
): Promise<LedgerCost> {
  const order = { program: 'ledger', cities } as const
  await stack.baseline.ask(order)
  const pairs = []
  for (let pair = 0; pair < count; pair++) {
    const { program, temporal, database } = await measure(stack, 'bulk', {
      cities,
      latencyMs: 0,
      errorShare: 0,
    })
    const runMs = msOf(program) + msOf(temporal) + msOf(database)
    const ledgerMs = await cpuMsOfLedger(stack, order)
    pairs.push({ runMs, ledgerMs, share: ledgerMs / runMs })
  }
  return { cities, pairs, medianShare: median(pairs.map(({ share }) => share)) }
}

/** Of the process and the database, for one run. */
async function cpuMsOfLedger({ baseline, database }: Stack, order: BaselineOrder): Promise<number> {
  const program = await meterOfProcess(baseline.pid)()
  const stored = await database.meter()
  await baseline.ask(order)
  return (msOf(await program()) + msOf(await stored())) / LEDGER_RUNS
}

const msOf = (usage: Usage | null): number => (usage?.cpuSeconds ?? NaN) * 1000
