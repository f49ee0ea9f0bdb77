import { cannotRun } from '../errors/command-error.ts'

const TIMEOUT_MS = 5_000

/** The levers of the emulator of a running demo. */
export interface EmulatorFaults {
  add(fault: object): Promise<void>
  /** @returns how many there were. */
  clear(): Promise<number>
}

/** @throws CommandError when the emulator does not answer, or does not take the fault. */
export function emulatorFaults(emulatorUrl: string): EmulatorFaults {
  const call = async (method: string, fault?: object): Promise<Response> => {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const body = fault && { body: JSON.stringify(fault) }
    try {
      return await fetch(`${emulatorUrl}/_control/faults`, { method, signal, ...body })
    } catch (error) {
      const next = 'look at what `weather247 demo` prints: the emulator is one of its parts'
      throw cannotRun(`no answer from the emulator at ${emulatorUrl}`, next, error)
    }
  }
  return {
    async add(fault) {
      const answer = await call('POST', fault)
      if (!answer.ok) throw cannotRun(`the emulator refused the fault: ${await answer.text()}`)
    },
    async clear() {
      const found = (await (await call('GET')).json()) as unknown[]
      await call('DELETE')
      return found.length
    },
  }
}
