import type { Conditions } from '../../domain/weather/reading.ts'
import { isSunUp, type Position } from '../../domain/weather/sun.ts'

interface DayOrNight extends Pick<Conditions, 'isDay'> {
  readonly derived: readonly 'isDay'[]
}

/** The provider's word where it says one that can be believed, else by the height of the sun there. */
export const dayOrNight = (said: boolean | null, position: Position, at: Date): DayOrNight =>
  said === null
    ? { isDay: isSunUp(position, at), derived: ['isDay'] }
    : { isDay: said, derived: [] }

type Maybe = number | null | undefined

/** Where the sun stays up or down all day, some providers send one time as its rise and its set. */
export const isSameTime = (sunrise: Maybe, sunset: Maybe): boolean =>
  sunrise != null && sunrise === sunset
