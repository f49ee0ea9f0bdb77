import { randomInt } from 'node:crypto'
import { assertPortFree } from '../../platform/processes/ports.ts'

/** Below those that a system gives to outgoing connections, which many tests open all the time. */
const LOWEST = 10_240
const HIGHEST = 32_767

/** A port that was free a moment ago, and that no connection takes. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  for (;;) {
    const port = randomInt(LOWEST, HIGHEST + 1)
    const isFree = await assertPortFree({ host, port, setting: 'PORT' }).then(
      () => true,
      () => false,
    )
    if (isFree) return port
  }
}
