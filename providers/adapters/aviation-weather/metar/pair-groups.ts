import { rounded } from '../../../../domain/weather/units.ts'

export interface Temperatures {
  readonly temperatureC: number | undefined
  readonly dewPointC: number | undefined
}

const TEMPERATURES = /^(M?\d{2}|\/\/|XX)\/(M?\d{2}|\/\/|XX)?$/
const QNH_HPA = /^Q(\d{4}|\/{4})$/
const ALTIMETER = /^A(\d{4}|\/{4})$/

/** Hundredths of an inch of mercury. */
const HPA_PER_ALTIMETER_UNIT = 0.338638866667

/** Whole degrees; `M` stands for below zero. */
export function temperaturesOf(group: string): Temperatures | undefined {
  const match = TEMPERATURES.exec(group)
  return match ? { temperatureC: degreesOf(match[1]), dewPointC: degreesOf(match[2]) } : undefined
}

function degreesOf(text = ''): number | undefined {
  if (!/\d/.test(text)) return undefined
  // Plus zero: -0 and 0 are one temperature.
  return (text.startsWith('M') ? -Number(text.slice(1)) : Number(text)) + 0
}

/** The altimeter setting; null where the group holds none, undefined where it is another group. */
export function pressureOf(group: string): number | null | undefined {
  const hpa = QNH_HPA.exec(group)?.[1]
  if (hpa !== undefined) return hpa.startsWith('/') ? null : Number(hpa)
  const hundredths = ALTIMETER.exec(group)?.[1]
  if (hundredths === undefined) return undefined
  return hundredths.startsWith('/') ? null : rounded(Number(hundredths) * HPA_PER_ALTIMETER_UNIT)
}
