import type { Discard } from '../../../domain/weather/reading.ts'

/** For answers of which everything is taken. */
export const discardNothing: Discard = (field, reason) => {
  throw new Error(`left out: ${field} ${reason}`)
}

/** Takes notes, to look at later. */
export function discardInto(notes: string[]): Discard {
  return (field, reason) => {
    notes.push(`${field} ${reason}`)
  }
}
