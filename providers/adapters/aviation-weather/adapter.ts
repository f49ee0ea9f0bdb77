import type { CityId, Place } from '../../../domain/city/city.ts'
import { PROVIDER_CATALOGUE } from '../../../domain/provider/provider-catalogue.ts'
import { ProviderError } from '../../../domain/provider/provider-error.ts'
import type {
  PlaceAnswer,
  PlaceReading,
  ProviderRequest,
  SendOptions,
  WeatherProvider,
} from '../../../domain/provider/provider.ts'
import { DAY_MS, HOUR_MS } from '../../../domain/time/durations.ts'
import { fromCatalogue, type AdapterSettings } from '../adapter-settings.ts'
import { notCoveredFrom } from '../not-covered.ts'
import { failedAnswer } from '../place-failures.ts'
import { createOwnFiles } from '../shared-file.ts'
import { interpretError } from './errors.ts'
import { readFirstUsable } from './first-usable.ts'
import { FORGOTTEN, isForWorldFile, memoryOf, requestsFor } from './requests.ts'
import { StationIndex } from './stations.ts'
import { parseReports } from './wire.ts'
import { WorldReports, type CurrentReports } from './world-reports.ts'

const BASE_URL = PROVIDER_CATALOGUE['aviation-weather'].publicHost

/** A day, and an hour more: the next look finds a station that was closed at this time of the day. */
const NOT_COVERED_MS = DAY_MS + HOUR_MS

/** Of some 5000; a host of one's own decides itself how many it has. */
const MIN_STATIONS = 2000

/** The world file is read again daily, so that a place returns to the nearest that reports. */
const STATIONS_KEPT_MS = DAY_MS

export function createAviationWeather(
  settings: AdapterSettings,
  minStations = settings.baseUrl === undefined ? MIN_STATIONS : 1,
): WeatherProvider {
  const { http, baseUrl = BASE_URL, files = createOwnFiles() } = settings
  const world = new WorldReports(http, files, minStations)

  const reportsByName = async ({ url }: ProviderRequest, { signal }: SendOptions) => {
    const { body } = await http.getJson({ url, signal, interpretError, bodyOfNoContent: [] })
    return { index: new StationIndex(parseReports(body)) }
  }

  return {
    ...fromCatalogue('aviation-weather'),
    isSparse: true,
    price: (requests) => requestsFor(requests, baseUrl),
    async send(request, options) {
      const isByName = !isForWorldFile(request)
      const current: CurrentReports = isByName
        ? await reportsByName(request, options)
        : await world.read(request.url, options)
      const at = options.now()
      const isLookupDue = isByName && at.getTime() - world.readAtMs > STATIONS_KEPT_MS
      const found = { ...current, at, isByName, isLookupDue, known: request.known }
      return new Map(request.places.map((place) => [place.id, answerFor(place, found)]))
    },
  }
}

interface Found extends CurrentReports {
  readonly at: Date
  /** Only the stations that are remembered were asked for. */
  readonly isByName: boolean
  readonly isLookupDue: boolean
  /** The places that had a station before. */
  readonly known: ReadonlySet<CityId> | undefined
}

function answerFor(place: Place, found: Found): PlaceAnswer {
  const { index, at, isByName, isLookupDue, failure, known } = found
  const stations = index.near({ ...place, elevationM: place.elevationM ?? null })
  if (stations.length === 0) {
    return isByName || known?.has(place.id) ? silent() : notCovered(at)
  }
  const answer = readFirstUsable(stations, place, at)
  if (answer.kind === 'failed' && isByName) return failedAnswer(answer.error, FORGOTTEN)
  const kept = isByName ? undefined : memoryOf(stations.map(({ id }) => id))
  const memory = isLookupDue ? FORGOTTEN : kept
  return answer.kind === 'failed'
    ? failedAnswer(answer.error, memory)
    : { ...notedIn(answer, failure), ...(memory && { memory }) }
}

/** The reading says that the newest file is missing, because its own request went well. */
function notedIn(answer: PlaceReading, failure: ProviderError | undefined): PlaceReading {
  if (!failure) return answer
  const missing = { field: 'newest world file', reason: `${failure.kind}: ${failure.message}` }
  return { ...answer, discarded: [...(answer.discarded ?? []), missing] }
}

function notCovered(at: Date): PlaceAnswer {
  const said = 'Aviation Weather Center: no station within 60 km and 300 m of height'
  return failedAnswer(new ProviderError('not-covered', said), notCoveredFrom(at, NOT_COVERED_MS))
}

/** Its stations may be closed for the night, so the place is looked up in the world file next. */
function silent(): PlaceAnswer {
  const said = 'Aviation Weather Center: no report of the stations near the place'
  return failedAnswer(new ProviderError('place-missing', said), FORGOTTEN)
}
