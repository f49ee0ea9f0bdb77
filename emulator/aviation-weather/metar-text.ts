import { round } from '../sky/numbers.ts'
import type { Observed } from './observed.ts'
import type { StationHabit } from './stations.ts'

const METRES_PER_MILE = 1609.344
const HPA_PER_INCH = 33.8639

/** Statute miles in the steps of an American report; what is below the first is `M1/4SM`. */
const MILES: readonly (readonly [number, string])[] = [
  [0.25, '1/4'],
  [0.5, '1/2'],
  [0.75, '3/4'],
  [1, '1'],
  [1.5, '1 1/2'],
  [2, '2'],
  [2.5, '2 1/2'],
  [3, '3'],
  [4, '4'],
  [5, '5'],
  [6, '6'],
  [7, '7'],
  [8, '8'],
  [9, '9'],
  [10, '10'],
]

const isAmerican = (habit: StationHabit): boolean => habit.startsWith('american')

/** The groups after station and time, as stations of this habit send them. */
export function bodyOf(seen: Observed, habit: StationHabit): string {
  if (isAmerican(habit)) return `${modifierOf(habit)}${americanBody(seen)}`
  if (habit === 'auto') return `AUTO ${automaticBody(seen)}`
  return internationalBody(seen, habit === 'metres-a-second')
}

const modifierOf = (habit: StationHabit): string => (habit === 'american-auto' ? 'AUTO ' : '')

function americanBody(seen: Observed): string {
  const inches = round((seen.pressureHpa / HPA_PER_INCH) * 100)
  const seaLevel = String(round(seen.pressureHpa * 10) % 1000).padStart(3, '0')
  const tenths = `${signed(seen.temperatureC)}${signed(seen.dewPointC)}`
  const groups = [
    windOf(seen, false),
    milesOf(seen.visibilityM),
    seen.present,
    cloudsOf(seen, 'CLR'),
    temperaturesOf(seen),
    `A${String(inches)}`,
    `RMK AO2 SLP${seaLevel} T${tenths}`,
  ]
  return groups.filter((group) => group !== null).join(' ')
}

function internationalBody(seen: Observed, isInMetresASecond: boolean): string {
  const isFine = seen.visibilityM >= 10_000 && seen.present === null && seen.layers.length === 0
  const sight = isFine
    ? ['CAVOK']
    : [metresOf(seen.visibilityM), seen.present, cloudsOf(seen, 'NSC')]
  const groups = [
    windOf(seen, isInMetresASecond),
    ...sight,
    temperaturesOf(seen),
    qnhOf(seen),
    // A forecast, and none of the present.
    seen.present === null ? 'NOSIG' : 'TEMPO 0500 +TSRA BKN003CB',
  ]
  return groups.filter((group) => group !== null).join(' ')
}

/** It sees no weather, and no amount of cloud. */
function automaticBody(seen: Observed): string {
  const clouds = seen.layers.length === 0 ? 'NCD' : `///${hundredsOf(seen.layers[0]?.baseFt ?? 0)}`
  const visibility = `${metresOf(seen.visibilityM)}NDV`
  return `${windOf(seen, false)} ${visibility} // ${clouds} ${temperaturesOf(seen)} ${qnhOf(seen)}`
}

function windOf({ windKt, gustKt, windDegrees }: Observed, isInMetresASecond: boolean): string {
  const inUnit = (knots: number): string =>
    String(isInMetresASecond ? round((knots * 1.852) / 3.6) : knots).padStart(2, '0')
  const gust = gustKt === null ? '' : `G${inUnit(gustKt)}`
  const direction = windDegrees === null ? 'VRB' : String(windDegrees).padStart(3, '0')
  return `${direction}${inUnit(windKt)}${gust}${isInMetresASecond ? 'MPS' : 'KT'}`
}

export function milesOf(metres: number): string {
  const step = MILES.findLast(([miles]) => metres >= miles * METRES_PER_MILE)
  return `${step?.[1] ?? 'M1/4'}SM`
}

function metresOf(metres: number): string {
  if (metres >= 10_000) return '9999'
  const step = metres >= 5000 ? 1000 : 100
  return String(Math.floor(metres / step) * step).padStart(4, '0')
}

function cloudsOf({ layers, verticalVisibilityFt }: Observed, none: string): string {
  if (verticalVisibilityFt !== null) return `VV${hundredsOf(verticalVisibilityFt)}`
  const groups = layers.map(({ cover, baseFt, kind }) => `${cover}${hundredsOf(baseFt)}${kind}`)
  return groups.join(' ') || none
}

const hundredsOf = (feet: number): string => String(round(feet / 100)).padStart(3, '0')

const qnhOf = ({ pressureHpa }: Observed): string =>
  `Q${String(Math.floor(pressureHpa)).padStart(4, '0')}`

const temperaturesOf = ({ temperatureC, dewPointC }: Observed): string =>
  `${wholeDegrees(temperatureC)}/${wholeDegrees(dewPointC)}`

/** `M` for what is below zero, and for what rounds to zero from below. */
const wholeDegrees = (celsius: number): string =>
  `${celsius < 0 ? 'M' : ''}${String(Math.round(Math.abs(celsius))).padStart(2, '0')}`

const signed = (celsius: number): string =>
  `${celsius < 0 ? '1' : '0'}${String(round(Math.abs(celsius) * 10)).padStart(3, '0')}`
