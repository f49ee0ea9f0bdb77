const STEP_TIMEOUT_MS = 10_000

export interface Closers {
  /** What was opened last is closed first. */
  readonly add: (name: string, close: () => unknown, timeoutMs?: number) => void
  /** Closes everything once, however often it is called; a failed step does not stop the others. */
  readonly close: () => Promise<void>
}

interface FailureLog {
  error(failure: { readonly err: unknown; readonly step: string }, message: string): void
}

interface Step {
  readonly name: string
  readonly close: () => unknown
  readonly timeoutMs: number
}

export function createClosers(log: FailureLog): Closers {
  const steps: Step[] = []
  const failures: unknown[] = []
  let closing: Promise<void> | undefined

  async function closeAll(): Promise<void> {
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      try {
        await inTime(step)
      } catch (error) {
        failures.push(error)
        log.error({ err: error, step: step.name }, 'could not close')
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'not everything could be closed')
  }

  return {
    add(name, close, timeoutMs = STEP_TIMEOUT_MS) {
      steps.push({ name, close, timeoutMs })
      // Opened while the rest was being closed: it must not be left behind.
      if (closing !== undefined) closing = closing.then(closeAll, closeAll)
    },
    close: () => (closing ??= closeAll()),
  }
}

async function inTime({ name, close, timeoutMs }: Step): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${name} did not close within ${timeoutMs} ms`))
    }, timeoutMs)
  })
  try {
    await Promise.race([Promise.resolve().then(close), late])
  } finally {
    clearTimeout(timer)
  }
}
