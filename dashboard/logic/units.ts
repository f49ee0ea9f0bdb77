import { valueIn, type UnitSystem } from '../../domain/weather/unit-systems.ts'

const TEMPERATURE_SYSTEMS = { '°C': 'metric', '°F': 'imperial' } as const
const WIND_SYSTEMS = { 'km/h': 'metric', 'm/s': 'si', mph: 'imperial' } as const

export type TemperatureUnit = keyof typeof TEMPERATURE_SYSTEMS
export type WindUnit = keyof typeof WIND_SYSTEMS

const systemOf = <Unit extends string>(systems: Readonly<Record<Unit, UnitSystem>>, unit: Unit) =>
  systems[unit]

export const temperatureIn = (unit: TemperatureUnit, celsius: number | null): number | null =>
  valueIn(systemOf(TEMPERATURE_SYSTEMS, unit), '°C', celsius)

export const windIn = (unit: WindUnit, kmh: number | null): number | null =>
  valueIn(systemOf(WIND_SYSTEMS, unit), 'km/h', kmh)

const POINTS = ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'] as const

/** Where the wind blows from. */
export const compassPoint = (degrees: number | null): string =>
  degrees === null ? '' : (POINTS[Math.round(degrees / 45) % POINTS.length] ?? '')
