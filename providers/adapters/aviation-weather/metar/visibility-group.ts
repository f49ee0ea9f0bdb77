import { metresToKm, rounded } from '../../../../domain/weather/units.ts'

const KM_PER_MILE = 1.609344

/** 9999 and CAVOK stand for 10 km or more. */
const FAR_KM = 10

const METRES = /^(\d{4})(?:NDV)?$/
const KILOMETRES = /^(\d{1,2})KM(?:NDV)?$/
const MILES = /^[MP]?(\d{1,3})SM$/
const FRACTION = /^[MP]?(\d{1,2})\/(\d{1,2})SM$/
const NOT_MEASURED = /^\/{4}(SM)?$/
/** The lowest visibility and where it is; the prevailing one stands before it. */
const OF_A_DIRECTION = /^\d{4}(N|NE|E|SE|S|SW|W|NW)$/

/**
 * The prevailing visibility: null where the group holds none, undefined where it is another group.
 * `M` (less than) and `P` (more than) stand before the last value an instrument tells apart: that is taken.
 */
export function visibilityKmOf(
  group: string,
  before: string | undefined,
): number | null | undefined {
  if (group === 'CAVOK' || /^9999(NDV)?$/.test(group)) return FAR_KM
  const metres = METRES.exec(group)?.[1]
  if (metres !== undefined) return metresToKm(Number(metres))
  const kilometres = KILOMETRES.exec(group)?.[1]
  if (kilometres !== undefined) return Number(kilometres)
  if (NOT_MEASURED.test(group) || OF_A_DIRECTION.test(group)) return null
  const miles = MILES.exec(group)?.[1] ?? milesOfFraction(group, before)
  return miles === undefined ? undefined : rounded(Number(miles) * KM_PER_MILE, 2)
}

/** `1 1/2SM` comes as two groups. */
function milesOfFraction(group: string, before = ''): number | undefined {
  const fraction = fractionOf(group)
  if (fraction === undefined) return undefined
  return /^\d{1,2}$/.test(before) ? Number(before) + fraction : fraction
}

/** Less than one: in `11/2SM` a space is missing, and where it was is a guess. */
export function fractionOf(group: string | undefined): number | undefined {
  const [, above, below] = FRACTION.exec(group ?? '') ?? []
  return Number(above) < Number(below) ? Number(above) / Number(below) : undefined
}
