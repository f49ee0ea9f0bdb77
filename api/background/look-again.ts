import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyBaseLogger } from 'fastify'

export interface Looking {
  /** Ends it. */
  readonly signal: AbortSignal
  readonly everyMs: number
  readonly log: FastifyBaseLogger
  /** What cannot be seen while it fails: said once. */
  readonly failing: string
  /** Said when it succeeds after that. */
  readonly recovered?: string
}

/** Looks at once and then every so often until the signal; what fails is tried again then. */
export async function lookAgain(
  look: () => Promise<void>,
  { signal, everyMs, log, failing, recovered }: Looking,
): Promise<void> {
  let isFailing = false
  while (!signal.aborted) {
    try {
      await look()
      if (isFailing && recovered !== undefined) log.info(recovered)
      isFailing = false
    } catch (error) {
      if (!isFailing) log.warn({ err: error }, failing)
      isFailing = true
    }
    await sleep(everyMs, undefined, { signal, ref: false }).catch(() => undefined)
  }
}
