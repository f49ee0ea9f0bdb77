import { FRESHNESS, freshnessOf, type Freshness } from '../../domain/weather/freshness.ts'
import { FRESHNESS_WORDS } from '../../domain/weather/freshness-words.ts'
import { numberText } from './format.ts'
import { temperatureIn, type TemperatureUnit } from './units.ts'

export const COLOURINGS = ['age', 'temperature', 'provider'] as const

export type Colouring = (typeof COLOURINGS)[number]

export const colouringOf = (text: string | null): Colouring =>
  COLOURINGS.find((one) => one === text) ?? 'age'

/** What the dots of a map mean: of each city its class, in the shade of that place in `FRESHNESS`. */
export interface Shading {
  readonly classes: Uint8Array<ArrayBuffer>
  /** What each class is called; one without a name does not occur. */
  readonly names: readonly string[]
}

/** Which shade says that nothing is known. */
const NONE = FRESHNESS.indexOf('no_data')
const MIDDLE_S = 30

/** By age, some minutes after the ages were read. */
export const shadingOfAges = (
  minutes: readonly (number | null)[],
  passedMinutes: number,
): Shading => ({
  classes: classesOf(minutes, (minute) =>
    FRESHNESS.indexOf(freshnessOf((minute + passedMinutes) * 60 + MIDDLE_S)),
  ),
  names: FRESHNESS.map((name) => FRESHNESS_WORDS[name]),
})

/** Where the next class begins. */
const BOUNDS_C = [0, 15, 25] as const

export function shadingOfTemperatures(
  celsius: readonly (number | null)[],
  unit: TemperatureUnit,
): Shading {
  const [cold, mild, warm] = BOUNDS_C.map((bound) => numberText(temperatureIn(unit, bound)))
  return {
    classes: classesOf(celsius, (value) => BOUNDS_C.filter((bound) => value >= bound).length),
    names: [
      `below ${cold} ${unit}`,
      `${cold} to ${mild} ${unit}`,
      `${mild} to ${warm} ${unit}`,
      `${warm} ${unit} and more`,
      FRESHNESS_WORDS.no_data,
    ],
  }
}

/** The shades are few: those that serve fewer cities share the last one with what has no data. */
export function shadingOfProviders(
  places: readonly (number | null)[],
  providers: readonly string[],
): Shading {
  const citiesOf = (provider: number) => places.filter((one) => one === provider).length
  const byCities = [...providers.keys()].sort((one, other) => citiesOf(other) - citiesOf(one))
  const shown = byCities.slice(0, NONE)
  return {
    classes: classesOf(places, (place) => (shown.includes(place) ? shown.indexOf(place) : NONE)),
    names: Array.from({ length: NONE }, (_, index) => providers[shown[index] ?? -1] ?? '').concat(
      byCities.length > NONE ? 'others, or no data' : FRESHNESS_WORDS.no_data,
    ),
  }
}

function classesOf(
  values: readonly (number | null)[],
  classOf: (value: number) => number,
): Uint8Array<ArrayBuffer> {
  const known = new Map<number | null, number>([[null, NONE]])
  return Uint8Array.from(values, (value) => {
    const before = known.get(value)
    if (before !== undefined) return before
    const found = value === null ? NONE : classOf(value)
    known.set(value, found)
    return found
  })
}

/** Of each class that has a name, how many cities are of it. */
export function countsOf({ classes, names }: Shading): [name: string, cities: number][] {
  const counts = names.map(() => 0)
  for (const one of classes) counts[one] = (counts[one] ?? 0) + 1
  return names.flatMap((name, index) => (name === '' ? [] : [[name, counts[index] ?? 0]]))
}

export const shadeAt = (index: number): Freshness => FRESHNESS[index] ?? 'no_data'
