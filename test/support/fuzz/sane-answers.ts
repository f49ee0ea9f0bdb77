import { isCalendarDate } from '../../../domain/time/calendar-date.ts'
import type { PlaceAnswer } from '../../../domain/provider/provider.ts'
import type { Reading } from '../../../domain/weather/reading.ts'
import { AdapterDefect } from '../../../providers/adapter-defect.ts'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS

/** Wider than what the product takes, and written apart from it. */
const LIMITS: readonly (readonly [RegExp, number, number])[] = [
  [/^apparentTemperature/, -130, 90],
  [/^temperature/, -100, 65],
  [/Probability$/, 0, 1],
  [/Pct$/, 0, 110],
  [/^pressure/, 800, 1150],
  [/^wind(Speed|Gust)/, 0, 600],
  [/^windDirection/, 0, 360],
  [/^uvIndex/, 0, 50],
  [/^visibility/, 0, 500],
  [/^precipitationWindow/, -1440, 1440],
  [/^precipitation/, 0, 2000],
  [/aqi|band|defra|openweathermap/, 0, 1000],
  [/./, 0, 100_000],
]

/** Sums and lengths of time. A reading says itself which other values were derived. */
const COMPUTED = /^(precipitationMm|precipitationWindowMinutes)$/

const UNITS: readonly ((value: number) => number)[] = [
  (value) => value,
  (value) => value * 3.6,
  (value) => value * 1.609344,
  (value) => value * 1.852,
  (value) => value * 0.338639,
  (value) => value / 1000,
  (value) => value / 100,
  (value) => value * 1000,
  (value) => value - 273.15,
  (value) => ((value - 32) * 5) / 9,
]

const keyOf = (value: number): string => value.toFixed(1)

/** The numbers a body holds, in every unit an adapter may turn them into, to a tenth. */
export function heldNumbers(body: unknown, into = new Set<string>()): Set<string> {
  if (typeof body === 'object' && body !== null) {
    for (const value of Object.values(body)) heldNumbers(value, into)
    return into
  }
  const numbers = typeof body === 'string' ? numbersIn(body) : [body]
  for (const number of numbers) {
    if (typeof number !== 'number') continue
    for (const convert of UNITS) {
      const value = convert(number)
      for (const near of [-0.06, 0, 0.06]) into.add(keyOf(value + near))
    }
  }
  return into
}

/** Groups of a METAR join numbers to each other, and letters to numbers. */
function numbersIn(text: string): number[] {
  const numbers = (text.match(/-?\d+(\.\d+)?/g) ?? []).map(Number)
  if (!/^(METAR|SPECI) /.test(text)) return numbers
  const digits = text.match(/\d+/g) ?? []
  const parts = digits.flatMap((run) => [2, 3, 4].map((size) => partsOf(run, size)).flat())
  return [...numbers, ...parts.flatMap((part) => [part, part / 10, -part, -part / 10])]
}

const partsOf = (run: string, size: number): number[] =>
  Array.from({ length: Math.max(0, run.length - size + 1) }, (_, at) =>
    Number(run.slice(at, at + size)),
  )

/** What is wrong with an answer, whatever it was made of. */
export function faultsOf(answer: PlaceAnswer, held: (key: string) => boolean, now: Date): string[] {
  if (answer.kind === 'failed') return answer.error instanceof AdapterDefect ? ['a defect'] : []
  const text = JSON.stringify(answer.kind === 'reading' ? [answer.reading, answer.memory] : answer)
  const faults = text.includes('\\u0000') || /\\ud[89a-f]/.test(text) ? ['not storable'] : []
  if (answer.kind !== 'reading') return faults
  const isDefect = answer.missing?.some(({ error }) => error instanceof AdapterDefect) === true
  return [
    ...faults,
    ...(isDefect ? ['a defect'] : []),
    ...faultsOfReading(answer.reading, held, now),
  ]
}

function faultsOfReading(
  { conditions, forecast, airQuality }: Reading,
  held: (key: string) => boolean,
  now: Date,
): string[] {
  const days = forecast?.days ?? []
  const dates = days.map(({ date }) => date)
  const isInOrder = dates.every((date, index) => index === 0 || (dates[index - 1] ?? '') < date)
  return [
    ...(conditions ? faultsOfValues(conditions, held, now, 3 * DAY_MS, conditions.derived) : []),
    ...(airQuality ? faultsOfValues(airQuality, held, now, DAY_MS) : []),
    ...(airQuality ? faultsOfValues(airQuality.indices, held, now, 0) : []),
    ...days.flatMap((day) => faultsOfValues(day, held, now, 20 * DAY_MS)),
    ...[conditions, airQuality].flatMap((product) =>
      product ? ageFault(product.validAt, now) : [],
    ),
    ...(isInOrder && dates.every(isCalendarDate) ? [] : [`dates ${dates.join()}`]),
  ]
}

function ageFault(validAt: Date, now: Date): string[] {
  const ageMs = now.getTime() - validAt.getTime()
  return ageMs >= -3 * 60_000 && ageMs <= 3 * HOUR_MS ? [] : [`valid at ${Number(validAt)}`]
}

function faultsOfValues(
  values: object,
  held: (key: string) => boolean,
  now: Date,
  farthestMs: number,
  derived: readonly string[] = [],
): string[] {
  return Object.entries(values).flatMap(([field, value]: [string, unknown]) => {
    if (value instanceof Date) {
      const isNear = Math.abs(value.getTime() - now.getTime()) <= farthestMs
      return isNear ? [] : [`${field} ${Number(value)}`]
    }
    if (typeof value !== 'number') return []
    const [, lowest, highest] = LIMITS.find(([pattern]) => pattern.test(field)) ?? [/./, 0, 0]
    if (!(value >= lowest && value <= highest)) return [`${field} ${value} out of range`]
    const isComputed = COMPUTED.test(field) || derived.includes(field)
    const isKnown = isComputed || held(keyOf(value)) || held(keyOf(value * 100))
    return isKnown ? [] : [`${field} ${value} is not in the answer`]
  })
}
