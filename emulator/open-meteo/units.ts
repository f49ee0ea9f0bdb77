import { round } from '../sky/numbers.ts'

export interface UnitChoice {
  readonly temperature: string
  readonly windSpeed: string
  readonly precipitation: string
}

export interface Unit {
  readonly label: string
  readonly convert: (value: number) => number
}

const same = (value: number): number => value

const ALTERNATIVES: Record<string, Record<string, Unit>> = {
  '°C': { fahrenheit: { label: '°F', convert: (c) => (c * 9) / 5 + 32 } },
  'km/h': {
    ms: { label: 'm/s', convert: (kmh) => kmh / 3.6 },
    mph: { label: 'mp/h', convert: (kmh) => kmh / 1.609344 },
    kn: { label: 'kn', convert: (kmh) => kmh / 1.852 },
  },
  mm: { inch: { label: 'inch', convert: (mm) => mm / 25.4 } },
}

export function unitFor(label: string, choice: UnitChoice): Unit {
  const wanted = [choice.temperature, choice.windSpeed, choice.precipitation]
  const known = wanted.map((name) => ALTERNATIVES[label]?.[name])
  return known.find((unit) => unit !== undefined) ?? { label, convert: same }
}

export function inUnit(value: number | null, unit: Unit, decimals: number): number | null {
  return value === null ? null : round(unit.convert(value), decimals)
}
