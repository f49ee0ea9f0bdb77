import { Type } from 'typebox'
import { ProviderError } from '../../../domain/provider/provider-error.ts'
import type { Discard } from '../../../domain/weather/reading.ts'

/** As each answer names them, by variable. */
export const Units = Type.Record(Type.String(), Type.String())

/** Values are stored unconverted, so a value in another unit would be wrong. */
export function inOurUnits<T extends object>(
  values: T,
  units: Readonly<Record<string, string>>,
  expected: Readonly<Record<string, string>>,
  discard: Discard,
): T {
  return soundOf(values, discard, (_, name) => {
    const unit = expected[name]
    if (unit === undefined || units[name] === unit) return undefined
    const given = units[name] === undefined ? 'has no unit' : `is in '${units[name]}'`
    return `${given}, not in '${unit}'`
  })
}

/** Without these nothing can be read, so the answer is refused instead. */
const REQUIRED = new Set(['temperature_2m', 'temperature_2m_max', 'temperature_2m_min'])

/** What has no fault; the rest is left out, with the reason. */
export function soundOf<T extends object>(
  values: T,
  discard: Discard,
  faultOf: (value: unknown, name: string) => string | undefined,
): T {
  const sound = Object.entries(values).filter(([name, value]: [string, unknown]) => {
    const fault = value == null ? undefined : faultOf(value, name)
    if (fault === undefined) return true
    if (REQUIRED.has(name)) {
      throw new ProviderError('schema-mismatch', `Open-Meteo: ${name} ${fault}`)
    }
    discard(`Open-Meteo: ${name}`, fault)
    return false
  })
  return Object.fromEntries(sound) as T
}
