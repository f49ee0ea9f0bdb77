import { openDatabase } from '../../../db/client.ts'
import type { Place } from '../../../domain/city/city.ts'
import type { PlaceAnswer } from '../../../domain/provider/provider.ts'
import type { WindowRule } from '../../../domain/quota/windows.ts'
import { createHttpClient } from '../../../providers/http-client.ts'
import { createProvider } from '../../../providers/index.ts'
import { createLane } from '../../../providers/lane.ts'
import { createMeteredProvider } from '../../../providers/metered-provider.ts'
import { NO_LOG } from './provider-logs.ts'
import { someCities } from '../data/some-cities.ts'

export const PROCESSES = 8
export const CALLERS_PER_PROCESS = 8

/** One process of an installation, as far as a provider can tell: its own pool, lane and memory. */
export interface Callers {
  /** Every caller of this process asks so often, each for one place. */
  ask(times: number): Promise<PlaceAnswer[]>
  close(): Promise<void>
}

export interface CallersOptions {
  /** Of the emulated provider. */
  readonly baseUrl: string
  readonly databaseUrl: string
  readonly rule: WindowRule
  readonly limit: number
  readonly now: () => Date
  /** As many as there are callers, where absent. */
  readonly maxInFlight?: number
}

const PLACES: readonly Place[] = someCities(PROCESSES * CALLERS_PER_PROCESS)

/** One place a request, weight one, all callers at once. */
export function startCallers(index: number, options: CallersOptions): Callers {
  const { baseUrl, databaseUrl, rule, limit, now, maxInFlight = CALLERS_PER_PROCESS } = options
  const http = createHttpClient({
    userAgent: 'weather247/test ops@example.org',
    // On a busy machine 64 callers may wait longer than one ever does.
    callTimeoutMs: 60_000,
  })
  const { db, close } = openDatabase({ url: databaseUrl, poolSize: 4 })
  const limits = {
    quota: [{ ...rule, limit, source: 'test', asOf: '2026-11-22' }],
    pace: { maxInFlight, spacingMs: 0 },
    maxPlacesPerRequest: 1,
  }
  const provider = createProvider('openweathermap', {
    http,
    baseUrl,
    apiKey: 'test-key',
    limits: () => limits,
  })
  const lane = createLane({
    provider,
    metered: createMeteredProvider({ provider, db, log: NO_LOG }),
    now,
  })
  const askOne = (place: Place) =>
    lane.send(
      { place, products: ['conditions'] },
      {
        priority: 'schedule',
        signal: new AbortController().signal,
        maxQuotaWaitMs: 0,
        lingerMs: 0,
      },
    )
  const mine = PLACES.slice(index * CALLERS_PER_PROCESS, (index + 1) * CALLERS_PER_PROCESS)
  return {
    async ask(times) {
      const answers = await Promise.all(
        mine.map(async (place) => {
          const own: PlaceAnswer[] = []
          for (let time = 0; time < times; time++) own.push(await askOne(place))
          return own
        }),
      )
      return answers.flat()
    },
    async close() {
      await http.close()
      await close()
    },
  }
}
