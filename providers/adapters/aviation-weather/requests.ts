import type { CityId } from '../../../domain/city/city.ts'
import type {
  PlaceMemory,
  PlaceRequest,
  ProviderRequest,
} from '../../../domain/provider/provider.ts'
import { offeredOf } from '../adapter-settings.ts'

const WORLD_FILE_PATH = '/data/cache/metars.cache.csv.gz'
const METAR_PATH = '/api/data/metar'

/** Up to here the stations of the places are named: 5 of each are 50 of the 400 that are answered. */
const FEW_PLACES = 10

/** One request for all places: by the names of their stations, or by the file of the whole world. */
export function requestsFor(requests: readonly PlaceRequest[], baseUrl: string): ProviderRequest[] {
  const wanting = requests.filter(
    ({ products }) => offeredOf('aviation-weather', products).length > 0,
  )
  const [first] = wanting
  if (!first) return []
  const stations = wanting.map(({ memory }) => stationsIn(memory))
  const areNamed = wanting.length <= FEW_PLACES && stations.every((ids) => ids.length > 0)
  const named = [...new Set(stations.flat())].join()
  const path = areNamed ? `${METAR_PATH}?ids=${named}&format=json` : WORLD_FILE_PATH
  return [
    {
      url: `${baseUrl}${path}`,
      weight: 1,
      places: wanting.map(({ place }) => place),
      products: ['conditions'],
      ...(!areNamed && { isIndivisible: true, known: knownIn(wanting) }),
      ...(wanting.length === 1 && first.memory && { memory: first.memory }),
    },
  ]
}

export const isForWorldFile = ({ url }: ProviderRequest): boolean =>
  new URL(url).pathname.endsWith(WORLD_FILE_PATH)

/** Part of an address. */
const STATION_ID = /^[A-Z][A-Z0-9]{3}$/

function stationsIn(memory: PlaceMemory | undefined): string[] {
  const stations = memory?.address?.['stations']
  if (typeof stations !== 'object') return []
  return stations.every((id) => STATION_ID.test(id)) ? [...stations] : []
}

/** The places that had a station before, by the address that is remembered even where it is empty. */
const knownIn = (requests: readonly PlaceRequest[]): ReadonlySet<CityId> =>
  new Set(requests.flatMap(({ place, memory }) => (memory?.address ? [place.id] : [])))

/** What is remembered of a place: the stations in its reach. */
export const memoryOf = (stations: readonly string[]): PlaceMemory => ({ address: { stations } })

/** An empty address, because merging keeps one that is absent: the next request is for the file. */
export const FORGOTTEN: PlaceMemory = { address: {} }
