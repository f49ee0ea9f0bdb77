import type { Answers } from '../domain/provider/provider.ts'
import type { Sky } from '../domain/weather/condition.ts'
import type { Discard } from '../domain/weather/reading.ts'

/** Notes each weather code that the adapter does not know, so that a new one does not stay unseen. */
export function noteUnknownCodes<Code>(
  { field, codes }: { readonly field: string; readonly codes: readonly Code[] },
  skyOf: (code: Code) => Sky | null,
  discard: Discard,
): void {
  for (const code of new Set(codes)) {
    if (skyOf(code)?.condition !== 'unknown') continue
    discard(field, `is ${JSON.stringify(code)}, a weather code not known here`, 'unknown-code')
  }
}

/** How many of their values were such codes. */
export const unknownCodesIn = (answers: Answers): number =>
  [...answers.values()]
    .flatMap((answer) => (answer.kind === 'reading' ? (answer.discarded ?? []) : []))
    .filter(({ kind }) => kind === 'unknown-code').length
