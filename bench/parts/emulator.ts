import type { Fault } from '../../emulator/index.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { Cell } from '../plan.ts'
import { startPrinting, type Child } from './child.ts'

export interface BenchEmulator extends Child {
  baseUrlOf(provider: ProviderId): string
  prepare(cell: Cell): Promise<void>
  /** HTTP requests, or what they weigh, since it was prepared. */
  sum(what: 'requests' | 'weight'): Promise<number>
}

/** First the one that has the faults, then the one that serves the rest. */
export const ASKED = ['open-meteo', 'met-norway'] as const satisfies readonly ProviderId[]

export async function startBenchEmulator(): Promise<BenchEmulator> {
  const { pid, url, close } = await startPrinting({
    name: 'emulator',
    script: 'emulator/main.js',
    args: ['--port', '0', '--exit-with-stdin'],
  })
  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${url}/_control/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`emulator: ${method} ${path}: ${await answer.text()}`)
    return answer.status === 204 ? undefined : answer.json()
  }
  return {
    pid,
    close,
    baseUrlOf: (provider) => `${url}/${provider}`,
    async prepare(cell) {
      await control('PUT', 'faults', faultsOf(cell))
      await control('DELETE', 'stats')
    },
    async sum(what) {
      const stats = (await control('GET', 'stats')) as Record<string, Record<typeof what, number>>
      return Object.values(stats).reduce((sum, one) => sum + one[what], 0)
    },
  }
}

function faultsOf({ latencyMs, errorShare, errorsAt = 'first' }: Cell): Fault[] {
  const late = ASKED.map((provider): Fault => ({ provider, kind: 'delay', delayMs: latencyMs }))
  const erring = errorsAt === 'every' ? ASKED : ASKED.slice(0, 1)
  const wrong = erring.map((provider): Fault => ({
    provider,
    kind: 'status',
    status: 500,
    share: errorShare,
  }))
  return [...(latencyMs > 0 ? late : []), ...(errorShare > 0 ? wrong : [])]
}
