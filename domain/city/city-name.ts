/** To be raised when `nameKey`, `otherKeys` or `trigramsOf` changes: stored names are then made again. */
export const NAME_KEY_VERSION = 2

/** Letters that Unicode does not take apart into a base and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ɖ: 'd',
  ɗ: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ɨ: 'i',
  ŋ: 'n',
  ɲ: 'n',
  ŧ: 't',
  ƀ: 'b',
  ɓ: 'b',
  ƙ: 'k',
  ĸ: 'k',
  ƒ: 'f',
  ǥ: 'g',
  ƴ: 'y',
  ʉ: 'u',
  ə: 'e',
  ǝ: 'e',
  ɛ: 'e',
  ɔ: 'o',
}
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g')

/** Apostrophes, quotes and what is typed for them; some are letters to Unicode, some have marks. */
const APOSTROPHES = /['"`´‘’‚‛“”„′‵ʹʻʼʽʾʿˈˊˋ᾽᾿·‧ꞌꞋ＇｀]/g

/**
 * The form names are compared in: no case, accents, apostrophes and dots, single spaces for
 * whatever else is between letters and digits.
 */
export const nameKey = (name: string): string =>
  name
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .replace(/[\p{Mark}\p{Format}]/gu, '')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .replace(APOSTROPHES, '')
    .replace(/(?<=[\p{L}\p{N}]{2})\.(?=[\p{L}\p{N}])/gu, ' ')
    .replace(/\./g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const DIGRAPHS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' }

const SHORT_WORDS: readonly (readonly [string, string])[] = [
  ['saint', 'st'],
  ['sainte', 'ste'],
  ['sankt', 'st'],
  ['fort', 'ft'],
  ['mount', 'mt'],
]

/** Keys of the same name as others write it: `Duesseldorf`, `Saint` and `St`, `Fort` and `Ft`. */
export function otherKeys(name: string): string[] {
  const own = nameKey(name)
  const digraphs = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüåø]/g, (letter) => DIGRAPHS[letter] ?? letter)
  const keys = [own, nameKey(digraphs)].flatMap((key) => [
    key,
    ...SHORT_WORDS.flatMap((pair) => [swapped(key, pair), swapped(key, [pair[1], pair[0]])]),
  ])
  return [...new Set(keys)].filter((key) => key !== own)
}

const swapped = (key: string, [from, to]: readonly [string, string]): string =>
  key
    .split(' ')
    .map((word) => (word === from ? to : word))
    .join(' ')
