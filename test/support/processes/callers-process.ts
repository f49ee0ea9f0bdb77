import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { CALLERS_PROGRAM } from './program.ts'
import type { CallersOrder } from './quota-callers-entry.ts'

export interface CallersProcess {
  /** Resolves with how many requests were answered; with undefined where the process died before. */
  work(order: CallersOrder): Promise<number | undefined>
  /** Ends it with -9 and waits until it is gone. */
  kill(): Promise<void>
}

export async function startCallersProcess(): Promise<CallersProcess> {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, CALLERS_PROGRAM, {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH, HOME },
  })
  const gone = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  // A process that is killed takes no more orders.
  child.stdin.on('error', () => undefined)
  await lines.next()
  return {
    async work(order) {
      child.stdin.write(`${JSON.stringify(order)}\n`)
      const { value, done } = await lines.next()
      return done === true ? undefined : Number(value)
    },
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
  }
}
