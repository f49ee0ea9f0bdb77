import { setTimeout as sleep } from 'node:timers/promises'
import { createRestartBackoff, RESTART_BACKOFF } from '../../platform/processes/index.ts'
import { systemFaultOf } from '../../platform/system-fault/system-fault.ts'
import { isConnectionFault, reasonOf } from '../errors/connection-fault.ts'
import { durationText } from '../terminal/format.ts'
import type { UpContext } from './up-context.ts'

/**
 * Retries work that failed because a part is down or a disk is full; the other parts keep running.
 * @throws other errors at once, and any error once the instance stops.
 */
export async function retryWhenAway<T>(
  what: string,
  work: () => Promise<T>,
  { say, signal }: Pick<UpContext, 'say' | 'signal'>,
  backoff = RESTART_BACKOFF,
): Promise<T> {
  const nextDelayMs = createRestartBackoff(backoff)
  for (;;) {
    try {
      return await work()
    } catch (error) {
      const fault = systemFaultOf(error)
      if (signal.aborted || (fault === undefined && !isConnectionFault(error))) throw error
      const delayMs = nextDelayMs(0)
      const reason = fault?.message ?? reasonOf(error)
      say(`✗ ${what}: ${reason}; trying again in ${durationText(delayMs)}`)
      await sleep(delayMs, undefined, { signal })
    }
  }
}
