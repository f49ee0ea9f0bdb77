import type { Discard } from '../../../domain/weather/reading.ts'
import { noteUnknownCodes } from '../../unknown-codes.ts'
import { partsOf, skyOf } from './sky.ts'

/** Each part of a text by itself, since a known one would hide an unknown one. */
export function noteUnknownWords(
  field: string,
  texts: readonly (string | null | undefined)[],
  discard: Discard,
): void {
  const codes = texts.flatMap(partsOf)
  noteUnknownCodes({ field: `NWS: /properties/${field}`, codes }, skyOf, discard)
}
