import { createInterface } from 'node:readline'
import type { WindowRule } from '../../../domain/quota/windows.ts'
import { startCallers } from '../providers/quota-callers.ts'

/** What a line of standard input asks for. */
export interface CallersOrder {
  readonly baseUrl: string
  readonly databaseUrl: string
  readonly rule: WindowRule
  readonly limit: number
  /** Fixed; the clock of the machine where absent. */
  readonly now?: string
  readonly maxInFlight?: number
  /** Which callers this process has. */
  readonly indexes: readonly number[]
  /** How often each of them asks. */
  readonly times: number
}

// Callers in a process of their own, so that it can be killed. Each order is answered by a line: how
// many of its requests were answered.
process.stdout.write('ready\n')
for await (const line of createInterface({ input: process.stdin })) {
  const { indexes, times, now, ...options } = JSON.parse(line) as CallersOrder
  const clock = () => (now === undefined ? new Date() : new Date(now))
  const callers = indexes.map((index) => startCallers(index, { ...options, now: clock }))
  const answers = (await Promise.all(callers.map(({ ask }) => ask(times)))).flat()
  await Promise.all(callers.map(({ close }) => close()))
  const answered = answers.filter(({ kind }) => kind === 'reading').length
  process.stdout.write(`${answered}\n`)
}
