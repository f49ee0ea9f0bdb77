import { Type, type Static } from 'typebox'
import { wireParser } from '../wire.ts'

const MaybeText = Type.Optional(Type.Union([Type.String(), Type.Null()]))
const MaybeNumber = Type.Optional(Type.Union([Type.Number(), Type.Null()]))

const Quantity = Type.Object({
  unitCode: MaybeText,
  value: MaybeNumber,
  qualityControl: MaybeText,
})

const MaybeQuantity = Type.Optional(Type.Union([Quantity, Type.Null()]))

const PointAnswer = Type.Object({
  properties: Type.Object({ gridId: MaybeText, gridX: MaybeNumber, gridY: MaybeNumber }),
})

const StationsAnswer = Type.Object({
  features: Type.Array(
    Type.Object({ properties: Type.Object({ stationIdentifier: Type.String() }) }),
  ),
})

const CloudLayers = Type.Array(Type.Object({ amount: MaybeText }))

const ObservationAnswer = Type.Object({
  properties: Type.Object({
    timestamp: Type.String(),
    textDescription: MaybeText,
    icon: MaybeText,
    temperature: MaybeQuantity,
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

const LocalTime = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T' })

const Period = Type.Object({
  startTime: LocalTime,
  endTime: LocalTime,
  isDaytime: Type.Boolean(),
  temperature: MaybeNumber,
  temperatureUnit: MaybeText,
  probabilityOfPrecipitation: MaybeQuantity,
  windSpeed: MaybeText,
  shortForecast: MaybeText,
})

const ForecastAnswer = Type.Object({
  properties: Type.Object({ periods: Type.Array(Period) }),
})

export type Quantity = Static<typeof Quantity>
export type CloudLayers = Static<typeof CloudLayers>
export type ObservationAnswer = Static<typeof ObservationAnswer>
export type ForecastAnswer = Static<typeof ForecastAnswer>
export type Period = Static<typeof Period>

export const parsePoint = wireParser('NWS point', PointAnswer)
export const parseStations = wireParser('NWS stations', StationsAnswer)
export const parseObservation = wireParser('NWS observation', ObservationAnswer)
export const parseForecast = wireParser('NWS forecast', ForecastAnswer)
export const parseProblem = wireParser('NWS problem', Type.Object({ type: Type.String() }))
