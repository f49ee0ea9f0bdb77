import { nameKey } from './city-name.ts'

/** What people write beside the names that Unicode has. */
const COMMON: Readonly<Record<string, string>> = {
  usa: 'US',
  'united states of america': 'US',
  america: 'US',
  uk: 'GB',
  'great britain': 'GB',
  britain: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  uae: 'AE',
  emirates: 'AE',
  korea: 'KR',
  'republic of korea': 'KR',
  dprk: 'KP',
  'peoples republic of china': 'CN',
  prc: 'CN',
  'republic of china': 'TW',
  'hong kong': 'HK',
  macau: 'MO',
  macao: 'MO',
  burma: 'MM',
  myanmar: 'MM',
  'czech republic': 'CZ',
  holland: 'NL',
  'the netherlands': 'NL',
  'the gambia': 'GM',
  'the bahamas': 'BS',
  'the philippines': 'PH',
  'cape verde': 'CV',
  swaziland: 'SZ',
  'east timor': 'TL',
  'ivory coast': 'CI',
  turkey: 'TR',
  macedonia: 'MK',
  bosnia: 'BA',
  'republic of ireland': 'IE',
  'russian federation': 'RU',
  'viet nam': 'VN',
  drc: 'CD',
  'dr congo': 'CD',
  'democratic republic of the congo': 'CD',
  congo: 'CG',
  'republic of the congo': 'CG',
  palestine: 'PS',
  vatican: 'VA',
  'holy see': 'VA',
  brasil: 'BR',
  deutschland: 'DE',
  espana: 'ES',
  italia: 'IT',
}

/** Regions of CLDR that are no countries. */
const NO_COUNTRIES = ['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB']
const ALPHABET = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')

let codes: ReadonlyMap<string, string> | undefined

function codesByName(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const found = new Map(Object.entries(COMMON))
  for (const code of ALPHABET.flatMap((first) => ALPHABET.map((second) => first + second))) {
    // Codes of states that are no more lead to one that is.
    const isCurrent = new Intl.Locale(`und-${code}`).region === code
    const name = isCurrent && !NO_COUNTRIES.includes(code) ? names.of(code) : undefined
    if (name === undefined) continue
    found.set(code.toLowerCase(), code)
    for (const form of [name, name.replaceAll('&', 'and')]) found.set(nameKey(form), code)
  }
  return found
}

/** The ISO 3166-1 alpha-2 code of a country by its English name, a common one, or its code. */
export const countryCodeOf = (text: string): string | undefined =>
  (codes ??= codesByName()).get(nameKey(text))
