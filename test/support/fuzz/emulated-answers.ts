import { startEmulator } from '../../../emulator/index.ts'
import type { Place } from '../../../domain/city/city.ts'
import { PRODUCTS } from '../../../domain/weather/product.ts'
import type {
  PlaceRequest,
  PlaceMemory,
  ProviderRequest,
} from '../../../domain/provider/provider.ts'
import { PROVIDER_IDS, type ProviderId } from '../../../domain/provider/provider-catalogue.ts'
import type { HttpAnswer } from '../../../providers/http/call.ts'
import { createHttpClient, type HttpClient } from '../../../providers/http-client.ts'
import { createProvider } from '../../../providers/index.ts'
import { someCities } from '../data/some-cities.ts'

/** A priced request, and a sound answer to it in the provider's own format. */
export interface SoundAnswer {
  readonly provider: ProviderId
  readonly request: ProviderRequest
  readonly answer: HttpAnswer
  readonly now: Date
}

const WASHINGTON: Place = {
  id: 4140963,
  latitude: 38.8951,
  longitude: -77.0364,
  timeZone: 'America/New_York',
  countryCode: 'US',
}

/** Point, stations, report and forecast. */
const MAX_ROUNDS = 3

/** Every kind of request, each answered once by the emulator: many places where one carries many. */
export async function emulatedAnswers(now: Date): Promise<SoundAnswer[]> {
  const emulator = await startEmulator({ now: () => now })
  const http = createHttpClient({ userAgent: 'weather247-tests/1' })
  const sound: SoundAnswer[] = []
  try {
    for (const id of PROVIDER_IDS) {
      const asks = asksFor(id)
      sound.push(...(await answersTo(id, asks, emulator.baseUrls[id], http, now)))
    }
    return sound
  } finally {
    await http.close()
    await emulator.close()
  }
}

function asksFor(id: ProviderId): PlaceRequest[] {
  const places = id === 'open-meteo' ? someCities(20) : [WASHINGTON]
  // Its other answer is a packed file, which has a test of its own.
  const memory = id === 'aviation-weather' && {
    memory: { address: { stations: ['KDCA', 'KFME'] } },
  }
  return places.map((place) => ({ place, products: PRODUCTS, ...memory }))
}

async function answersTo(
  id: ProviderId,
  asks: readonly PlaceRequest[],
  baseUrl: string,
  http: HttpClient,
  now: Date,
): Promise<SoundAnswer[]> {
  const answers: HttpAnswer[] = []
  const recorder: HttpClient = {
    close: () => http.close(),
    getFile: (call) => http.getFile(call),
    getJson: async (call) => {
      const answer = await http.getJson(call)
      answers.push(answer)
      return answer
    },
  }
  const provider = createProvider(id, { http: recorder, baseUrl, apiKey: 'emulated' })
  const options = { signal: AbortSignal.timeout(10_000), now: () => now }
  const sound: SoundAnswer[] = []
  let memory: PlaceMemory | undefined
  for (let round = 0; round < MAX_ROUNDS; round++) {
    let learned = false
    for (const request of provider.price(
      asks.map((ask) => ({ ...ask, ...(memory && { memory }) })),
    )) {
      const taught = (await provider.send(request, options)).values().next().value
      const answer = answers.at(-1)
      if (answer) sound.push({ provider: id, request, answer, now })
      if (taught?.kind === 'learned') [memory, learned] = [{ ...memory, ...taught.memory }, true]
    }
    if (!learned) break
  }
  return sound
}
