/** What stands where a secret was. */
export const HIDDEN = '[secret]'

/** Shorter ones would blank out innocent text everywhere. */
const SHORTEST_SECRET = 4

const SHORTEST_LINE = 16

/** A longer one is known by its beginning, and hidden to the end of its word. */
const MAX_SPELT = 64
const REST_OF_WORD = '[\\w.~%+/=\\\\-]*'

export type Mask = (text: string) => string

/**
 * Hides secrets however they are written: as they are, in upper or lower case, and with any of their
 * characters encoded for a URL, a form, JSON or HTML.
 */
export function maskSecrets(secrets: readonly string[]): Mask {
  const patterns = [...new Set(secrets)]
    .sort((a, b) => b.length - a.length)
    .flatMap((secret) => (isOfLines(secret) ? linePatterns(secret) : patternOf(secret)))
  // One after the other: in a union of them all every letter may be the first of many spellings.
  const expressions = patterns.map((pattern) => new RegExp(pattern, 'giu'))
  return (text) => expressions.reduce((masked, one) => masked.replace(one, HIDDEN), text)
}

function patternOf(secret: string): string[] {
  const characters = [...secret]
  if (characters.length < SHORTEST_SECRET) return []
  const spelt = characters.slice(0, MAX_SPELT).map(spellings).join('')
  return [characters.length > MAX_SPELT ? spelt + REST_OF_WORD : spelt]
}

const isOfLines = (secret: string): boolean => /[\r\n]/.test(secret)

/** A key in PEM form: its many lines are too much to look for in every spelling. */
const linePatterns = (secret: string): string[] =>
  secret
    .split(/[\r\n]+/)
    .filter((line) => line.length >= SHORTEST_LINE)
    .map((line) => [...line].map((one) => (isPlain(one) ? one : spellings(one))).join(''))

const NAMED: Readonly<Record<string, string>> = {
  '&': '&(?:amp;){0,3}',
  '<': '&(?:amp;){0,3}lt;',
  '>': '&(?:amp;){0,3}gt;',
  '"': '&(?:amp;){0,3}quot;',
  "'": '&(?:amp;){0,3}apos;',
  ' ': '\\+',
}

/** Prefixes repeat where text was encoded more than once. */
function spellings(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0
  const named = NAMED[character]
  return `(?:${[
    isPlain(character) ? character : `\\\\{0,7}${escaped(character)}`,
    percentEncoded(character),
    `\\\\{1,7}u${utf16(character)}`,
    `&(?:amp;){0,3}#(?:0{0,5}${codePoint}|x0{0,5}${codePoint.toString(16)});?`,
    ...(named === undefined ? [] : [named]),
  ].join('|')})`
}

const isPlain = (character: string): boolean => /^[a-z0-9]$/i.test(character)

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** The sign itself may be encoded for what the URL is written in. */
const PERCENT = '(?:%|&#0{0,5}37;|&#x0{0,5}25;|\\\\{1,7}u0025)'

const percentEncoded = (character: string): string =>
  utf8(character)
    .map((byte) => `${PERCENT}(?:25){0,3}${byte.toString(16).padStart(2, '0')}`)
    .join('')

const utf16 = (character: string): string =>
  Array.from({ length: character.length }, (_, index) =>
    character.charCodeAt(index).toString(16).padStart(4, '0'),
  ).join('\\\\{1,7}u')

const utf8 = (character: string): number[] => [...new TextEncoder().encode(character)]
