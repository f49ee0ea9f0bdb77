import closeWithGrace from 'close-with-grace'
import type { Logger } from 'pino'
import { createClosers, type Closers } from './closers.ts'

const TIMEOUT_MS = 30_000

/** Raised by the processor: JavaScript cannot be trusted to run after them. */
const CRASHES = ['SIGILL', 'SIGTRAP', 'SIGABRT', 'SIGBUS', 'SIGFPE', 'SIGSEGV', 'SIGUSR2'] as const

const REJECTION = 'unhandledRejection'

export interface ShutdownOptions {
  readonly log: Logger
  /** For all steps together; then the process ends with exit code 1. */
  readonly timeoutMs?: number
  /** Signals that the parent process handles. */
  readonly ignore?: readonly ('SIGINT' | 'SIGHUP')[]
}

export interface Shutdown {
  readonly add: Closers['add']
  /** Aborts when the end begins: start-up stops opening things. */
  readonly signal: AbortSignal
  /** Closes everything and ends the process. */
  readonly exit: () => void
}

/**
 * From here on SIGTERM, SIGINT, SIGHUP and uncaught errors close what was added, in reverse order.
 * A second signal ends the process at once. Temporal's Runtime needs `shutdownSignals: []`.
 * A rejection without a handler is logged as a defect, and the process goes on.
 */
export function installShutdown(options: ShutdownOptions): Shutdown {
  const { log, timeoutMs = TIMEOUT_MS, ignore = [] } = options
  const closers = createClosers(log)
  const controller = new AbortController()
  for (const signal of ignore) process.on(signal, () => undefined)
  // One forgotten promise must not end the work of all others.
  process.on(REJECTION, (reason) => {
    log.error({ err: reason, defect: REJECTION }, 'a rejection without a handler; going on')
  })

  const grace = closeWithGrace(
    {
      delay: timeoutMs,
      logger: {
        error(reason: unknown) {
          log.error({ err: reason }, 'closed badly')
        },
      },
      skip: [...CRASHES, ...ignore, REJECTION],
      onSecondSignal(signal) {
        log.warn({ signal }, 'second signal, ending at once')
      },
      onSecondError(error) {
        log.fatal({ err: error }, 'second error, ending at once')
      },
      onTimeout() {
        log.error({ timeoutMs }, 'closing takes too long, ending at once')
      },
    },
    async ({ err, signal }) => {
      controller.abort()
      if (err === undefined) log.info({ signal }, 'closing')
      else log.fatal({ err }, 'closing after an uncaught error')
      await closers.close()
    },
  )
  return { add: closers.add, signal: controller.signal, exit: grace.close }
}
