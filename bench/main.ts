import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { createClosers } from '../platform/shutdown/closers.ts'
import { measureBlip } from './error-cost.ts'
import { build } from './build.ts'
import { measureChildCost } from './child-cost.ts'
import { measureLedgerCost } from './ledger-cost.ts'
import { measureMatrix, warmUp } from './matrix.ts'
import type { BlipCost, ChildCost, LedgerCost, Measurement } from './measurement.ts'
import { startStack } from './parts/stack.ts'
import { planOf, type Plan } from './plan.ts'
import { childCostTable, ratiosTable, runsTable } from './tables.ts'
import { verdictsOf, type Ratio } from './verdicts.ts'

interface BenchResult {
  readonly at: string
  readonly node: string
  readonly cpus: number
  readonly cpuModel: string
  readonly database: string
  readonly measurements: readonly Measurement[]
  readonly childCost: ChildCost | null
  readonly blip: BlipCost | null
  readonly ledger: LedgerCost | null
  readonly ratios: readonly Ratio[]
}

const INTERRUPTED = 130

const say = (text: string): void => void process.stderr.write(`${text}\n`)

const closers = createClosers({
  error({ err, step }, message) {
    say(`${message}: ${step}: ${String(err)}`)
  },
})
const interruption = new AbortController()

/** What could not be closed is written down already. */
const closeAll = (): Promise<void> => closers.close().catch(() => undefined)

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    interruption.abort()
    void closeAll().then(() => process.exit(INTERRUPTED))
  })
}

try {
  const plan = planOf(process.argv.slice(2))
  await report(plan, await run(plan))
} catch (error) {
  // A part that ends because everything is being closed is no news.
  if (interruption.signal.aborted) {
    process.exitCode = INTERRUPTED
  } else {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error))
    process.exitCode = 1
  }
}
await closeAll()
process.exit()

async function run(plan: Plan): Promise<BenchResult> {
  say('building')
  await build()
  const stack = await startStack(plan, closers)
  say(`warming up on ${stack.database.kind}`)
  await warmUp(stack, plan)
  const measurements = await measureMatrix(stack, plan, (one) => {
    const { cities, latencyMs, errorShare, variant, citiesPerSecond } = one
    const cell = `${cities} cities, ${latencyMs} ms, ${errorShare * 100} % errors`
    say(`${cell}: ${variant} ${citiesPerSecond.toFixed(0)} cities/s`)
  })
  const childCost = plan.childCost && (await measureChildCost(stack, plan.childCost))
  const blip = plan.blip && (await measureBlip(stack, plan.blip))
  const ledger = plan.ledger && (await measureLedgerCost(stack, plan.ledger))
  const [cpu] = cpus()
  return {
    at: new Date().toISOString(),
    node: process.version,
    cpus: cpus().length,
    cpuModel: cpu?.model ?? 'unknown',
    database: stack.database.kind,
    measurements,
    childCost,
    blip,
    ledger,
    ratios: verdictsOf(measurements, { childCost, blip, ledger }, stack.database.kind),
  }
}

async function report(plan: Plan, result: BenchResult): Promise<void> {
  const { measurements, childCost, ratios, at } = result
  const folder = join(import.meta.dirname, 'results')
  await mkdir(folder, { recursive: true })
  const file = join(folder, `${at.replaceAll(/[:.]/g, '-')}.json`)
  const json = JSON.stringify(result, null, 2)
  await writeFile(file, `${json}\n`)
  if (plan.json) {
    console.log(json)
  } else {
    console.log(runsTable(measurements))
    if (childCost) console.log(childCostTable(childCost))
    console.log(ratiosTable(ratios))
  }
  say(`written to ${file}`)
  if (ratios.some(({ holds }) => holds === false)) process.exitCode = 1
}
