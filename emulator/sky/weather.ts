import { DRY_BELOW_MM_PER_HOUR, conditionOf, type EmulatedCondition } from './conditions.ts'
import { smoothNoise } from './noise.ts'
import { DAY_MS, HOUR_MS, clamp } from './numbers.ts'
import { isSunUp, solarHour, sunHeight } from './sun.ts'

export interface Coordinates {
  readonly latitude: number
  readonly longitude: number
}

export interface Moment extends Coordinates {
  readonly at: Date
  readonly seed: number
}

export interface Weather {
  readonly temperatureC: number
  readonly feelsLikeC: number
  readonly dewPointC: number
  readonly humidityPercent: number
  readonly pressureMslHpa: number
  readonly surfacePressureHpa: number
  readonly elevationM: number
  readonly cloudPercent: number
  readonly windSpeedKmh: number
  readonly windGustKmh: number
  readonly windDirectionDegrees: number
  readonly visibilityM: number
  readonly uvIndex: number
  readonly uvIndexClearSky: number
  readonly precipitationMmPerHour: number
  readonly precipitationProbabilityPercent: number
  readonly isDay: boolean
  readonly condition: EmulatedCondition
}

const RELIEF = { salt: 1, cellDegrees: 3, cellHours: 1e9 }
const PRESSURE = { salt: 2, cellDegrees: 12, cellHours: 60 }
const MOISTURE = { salt: 3, cellDegrees: 4, cellHours: 9 }
const AIR_MASS = { salt: 4, cellDegrees: 10, cellHours: 48 }
const BREEZE = { salt: 5, cellDegrees: 5, cellHours: 10 }
const HEADING = { salt: 6, cellDegrees: 15, cellHours: 40 }
const WISPS = { salt: 7, cellDegrees: 2, cellHours: 5 }

const YEAR_MS = 365.25 * DAY_MS
/** Day 201, 20 July: a month after the solstice, when the north is warmest. */
const NORTHERN_SUMMER_MS = 201 * DAY_MS

export function elevationAt({ latitude, longitude }: Coordinates, seed: number): number {
  const relief = smoothNoise(RELIEF, latitude, longitude, 0, seed)
  return Math.round(15 + 1800 * Math.max(0, relief - 0.5) ** 2 * 4)
}

const pressureNoise = (place: Coordinates, hours: number, seed: number): number =>
  smoothNoise(PRESSURE, place.latitude, place.longitude, hours, seed)

/** How much of a storm is passing, 0 to 1. Low pressure and moist air together make one. */
function storminess(place: Coordinates, hours: number, seed: number, pressure: number): number {
  const moisture = smoothNoise(MOISTURE, place.latitude, place.longitude, hours, seed)
  return clamp(0.5 + ((1 - pressure) * 0.45 + moisture * 0.55 - 0.5) * 1.5, 0, 1)
}

/** The tropics are wet, the horse latitudes dry, the middle latitudes in between. */
function rainThreshold(latitude: number): number {
  const horse = Math.exp(-(((Math.abs(latitude) - 26) / 9) ** 2))
  return 0.66 + 0.12 * horse + 0.001 * Math.max(0, Math.abs(latitude) - 55)
}

function rainRate(latitude: number, storm: number): number {
  const excess = storm - rainThreshold(latitude)
  const rate = excess > 0 ? 80 * excess ** 2 + 2 * excess : 0
  return rate < DRY_BELOW_MM_PER_HOUR ? 0 : rate
}

/** What falls in a window, in mm: hour by hour, so that parts add up to the whole. */
export function precipitationMm(
  place: Coordinates,
  fromMs: number,
  toMs: number,
  seed: number,
): number {
  let total = 0
  for (let start = fromMs; start < toMs; start += HOUR_MS) {
    const length = Math.min(HOUR_MS, toMs - start)
    const hours = (start + length / 2) / HOUR_MS
    const storm = storminess(place, hours, seed, pressureNoise(place, hours, seed))
    total += (rainRate(place.latitude, storm) * length) / HOUR_MS
  }
  return total
}

function temperature(moment: Moment, cloud: number, elevationM: number): number {
  const { latitude, longitude, seed } = moment
  const atMs = moment.at.getTime()
  const distance = Math.abs(latitude)
  const hemisphere = latitude >= 0 ? 1 : -1
  const season = Math.cos((2 * Math.PI * (atMs - NORTHERN_SUMMER_MS)) / YEAR_MS) * hemisphere
  const timeOfDay = Math.cos(((solarHour(longitude, atMs) - 15) / 24) * 2 * Math.PI)
  const airMass = smoothNoise(AIR_MASS, latitude, longitude, atMs / HOUR_MS, seed) - 0.5
  return (
    27.5 -
    0.006 * distance ** 2 +
    Math.min(13, 0.19 * distance) * season +
    5 * (1 - 0.6 * cloud) * Math.cos((latitude * Math.PI) / 180) * timeOfDay +
    airMass * (8 + distance * 0.15) -
    0.0065 * elevationM
  )
}

const vapourPressure = (celsius: number): number =>
  6.105 * Math.exp((17.27 * celsius) / (237.7 + celsius))

function dewPoint(celsius: number, humidityPercent: number): number {
  const gamma = Math.log(humidityPercent / 100) + (17.625 * celsius) / (243.04 + celsius)
  return (243.04 * gamma) / (17.625 - gamma)
}

/** Steadman's apparent temperature in the shade. */
function feelsLike(celsius: number, humidityPercent: number, windKmh: number): number {
  const vapour = (humidityPercent / 100) * vapourPressure(celsius)
  return celsius + 0.33 * vapour - 0.7 * (windKmh / 3.6) - 4
}

type Wind = Pick<Weather, 'windSpeedKmh' | 'windGustKmh' | 'windDirectionDegrees'>

function wind(moment: Moment, storm: number): Wind {
  const { latitude, longitude, seed } = moment
  const hours = moment.at.getTime() / HOUR_MS
  const breeze = smoothNoise(BREEZE, latitude, longitude, hours, seed)
  const windSpeedKmh = Math.max(0, 70 * breeze ** 2 * (0.5 + storm) - 4)
  const heading = smoothNoise(HEADING, latitude, longitude, hours, seed) * 720
  const windGustKmh = windSpeedKmh * (1.3 + 0.5 * storm) + 2
  return { windSpeedKmh, windGustKmh, windDirectionDegrees: heading % 360 }
}

function visibility(humidity: number, windKmh: number, rate: number): number {
  if (rate > 0) return 16_000 / (1 + rate * 0.7)
  if (humidity > 84 && windKmh < 8) return 300 + windKmh * 80
  return 24_140 - Math.max(0, humidity - 60) * 200
}

/** 0 to 1: rain falls from a closed sky. */
const cloudiness = (storm: number, wisps: number, rate: number): number =>
  rate > 0 ? clamp(0.86 + storm * 0.14, 0, 1) : clamp(storm * 2 + wisps - 1, 0, 1)

const humidity = (storm: number, wisps: number, height: number): number =>
  clamp(38 + storm * 55 + wisps * 18 - Math.max(0, height) * 22, 12, 100)

export function weatherAt(moment: Moment): Weather {
  const { latitude, longitude, seed } = moment
  const atMs = moment.at.getTime()
  const hours = atMs / HOUR_MS
  const pressure = pressureNoise(moment, hours, seed)
  const storm = storminess(moment, hours, seed, pressure)
  const rate = rainRate(latitude, storm)
  const wisps = smoothNoise(WISPS, latitude, longitude, hours, seed)
  const clouds = cloudiness(storm, wisps, rate)
  const elevationM = elevationAt(moment, seed)
  const temperatureC = temperature(moment, clouds, elevationM)
  const height = sunHeight(latitude, longitude, atMs)
  const humidityPercent = humidity(storm, wisps, height)
  const blowing = wind(moment, storm)
  const pressureMslHpa = 1013 + (pressure - 0.5) * (22 + Math.abs(latitude) * 0.7)
  const visibilityM = visibility(humidityPercent, blowing.windSpeedKmh, rate)
  const uvIndexClearSky = 12.5 * Math.max(0, height) ** 1.3
  const sky = {
    cloudPercent: clouds * 100,
    precipitationMmPerHour: rate,
    temperatureC,
    visibilityM,
  }
  return {
    ...sky,
    feelsLikeC: feelsLike(temperatureC, humidityPercent, blowing.windSpeedKmh),
    dewPointC: dewPoint(temperatureC, humidityPercent),
    humidityPercent,
    pressureMslHpa,
    surfacePressureHpa: pressureMslHpa * Math.exp(-elevationM / 8400),
    elevationM,
    ...blowing,
    uvIndex: uvIndexClearSky * (1 - 0.65 * clouds ** 2),
    uvIndexClearSky,
    precipitationProbabilityPercent: clamp((storm - rainThreshold(latitude) + 0.18) * 350, 0, 100),
    isDay: isSunUp(height),
    condition: conditionOf(sky),
  }
}
