/** As much of a foreign message as says what is wrong. */
const MAX_TEXT = 300

/** Text is cut before it is cleaned, so that ten megabytes cost no more than ten kilobytes. */
const CONSIDERED = 8

/** Runs of what has no glyph of its own; joiners and variation selectors belong to letters and emoji. */
const UNPRINTABLE =
  /(?:(?!\p{Join_Control}|\p{Variation_Selector})[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}])+/gu

/** Line and paragraph separators are breaks, though no control characters. */
const UNPRINTABLE_OR_BREAK = new RegExp(`${UNPRINTABLE.source}|[\\u2028\\u2029]`, 'u')

/** `\s` lacks next line. */
const WHITESPACE = /[\s\u0085]+/gu

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Text that others sent, made fit to be stored, logged and shown: one line of well-formed, printable
 * characters, cut between characters as people see them.
 */
export function outsideText(text: string, longest = MAX_TEXT): string {
  const considered = wholeCodePoints(text, longest * CONSIDERED)
  const clean = considered.replace(WHITESPACE, ' ').trim().replace(UNPRINTABLE, '\uFFFD')
  if (clean.length <= longest && considered.length === text.length) return clean
  return `${wholeCharacters(clean, longest - 1)}…`
}

function wholeCharacters(text: string, longest: number): string {
  if (text.length <= longest) return text
  const last = graphemes.segment(text).containing(longest)?.index ?? 0
  // One character may be a letter with a thousand marks.
  return last === 0 ? wholeCodePoints(text, longest) : text.slice(0, last)
}

function wholeCodePoints(text: string, longest: number): string {
  if (text.length <= longest) return text
  const isWithinPair = (text.codePointAt(longest - 1) ?? 0) > 0xffff
  return text.slice(0, isWithinPair ? longest - 1 : longest)
}

/** The first character of text that is not fit to be stored and shown, by its number; undefined where all are. */
export function unprintableIn(text: string): string | undefined {
  const at = text.search(UNPRINTABLE_OR_BREAK)
  return at < 0 ? undefined : numbered(text.codePointAt(at) ?? 0)
}

const numbered = (codePoint: number): string =>
  `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
