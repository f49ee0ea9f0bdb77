import { Type, type Static } from 'typebox'
import type { Discard } from '../../../domain/weather/reading.ts'
import { someSoundEntries } from '../../sound-entries.ts'
import { MaybeNumber, MaybeText, named, NamedNumber, wireParser } from '../../wire-values.ts'

const QUANTITY = { unitCode: MaybeText, value: MaybeNumber, qualityControl: MaybeText }
const Quantity = Type.Object(QUANTITY)

export const MaybeQuantity = Type.Optional(Type.Union([Quantity, Type.Null()]))

/** Parts of addresses. */
const OfficeId = Type.String({ pattern: '^[A-Z]{3}$' })
const CellIndex = Type.Integer({ minimum: 0, maximum: 9999 })

const PointAnswer = Type.Object({
  properties: Type.Object({
    gridId: named(OfficeId),
    gridX: named(CellIndex),
    gridY: named(CellIndex),
  }),
})

/** GeoJSON: longitude before latitude. */
const Geometry = Type.Object({ coordinates: Type.Array(Type.Number()) })

const StationFeature = Type.Object({
  geometry: Type.Optional(Type.Union([Geometry, Type.Null()])),
  properties: Type.Object({
    stationIdentifier: Type.String(),
    elevation: MaybeQuantity,
    provider: MaybeText,
    subProvider: MaybeText,
  }),
})

const StationsFrame = Type.Object({ features: Type.Array(Type.Unknown()) })

const CloudLayers = Type.Array(Type.Object({ amount: MaybeText }))

const Phenomena = Type.Array(
  Type.Object({
    intensity: MaybeText,
    modifier: MaybeText,
    weather: MaybeText,
    inVicinity: Type.Optional(Type.Union([Type.Boolean(), Type.Null()])),
  }),
)

const ObservationAnswer = Type.Object({
  properties: Type.Object({
    timestamp: Type.String(),
    elevation: MaybeQuantity,
    textDescription: MaybeText,
    presentWeather: Type.Optional(Type.Union([Phenomena, Type.Null()])),
    icon: MaybeText,
    temperature: named(Type.Object({ ...QUANTITY, value: NamedNumber })),
    heatIndex: MaybeQuantity,
    windChill: MaybeQuantity,
    relativeHumidity: MaybeQuantity,
    seaLevelPressure: MaybeQuantity,
    barometricPressure: MaybeQuantity,
    visibility: MaybeQuantity,
    windSpeed: MaybeQuantity,
    windGust: MaybeQuantity,
    windDirection: MaybeQuantity,
    precipitationLastHour: MaybeQuantity,
    cloudLayers: Type.Optional(Type.Union([CloudLayers, Type.Null()])),
  }),
})

export type Quantity = Static<typeof Quantity>
export type StationFeature = Static<typeof StationFeature>
export type Phenomena = Static<typeof Phenomena>
export type CloudLayers = Static<typeof CloudLayers>
export type ObservationAnswer = Static<typeof ObservationAnswer>

export const parsePoint = wireParser('NWS point', PointAnswer)
export const parseObservation = wireParser('NWS observation', ObservationAnswer)

const parseStationsFrame = wireParser('NWS stations', StationsFrame)
const parseStation = wireParser('NWS station', StationFeature)

export function parseStations(body: unknown, discard: Discard = () => undefined): StationFeature[] {
  const { features } = parseStationsFrame(body, discard)
  return someSoundEntries({ field: '/features', entries: features }, parseStation, discard)
}
