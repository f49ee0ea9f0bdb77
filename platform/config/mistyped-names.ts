import { PROVIDER_CATALOGUE } from '../../domain/provider/provider-catalogue.ts'
import { nearestName } from './nearest-name.ts'
import type { Source } from './setting-text.ts'
import type { SettingsProblem } from './settings-error.ts'
import { settingFacts, settingNames } from './settings.ts'

const OWN_PREFIX = 'WEATHER247_'
/** Such names are of weather programs, ours or another. */
const PREFIXES = Object.values(PROVIDER_CATALOGUE).map(({ settingPrefix }) => settingPrefix)
const SHARED_PREFIXES = ['WEATHER_', ...PREFIXES.map((prefix) => `${prefix}_`)]
/** `OPENWEATHER_…` and `WEATHER_API_…` lead to a provider by these first letters, without `_`. */
const STEM_LENGTH = 8
const STEMS = PREFIXES.map((prefix) => bare(prefix).slice(0, STEM_LENGTH)).filter(
  (stem) => stem.length === STEM_LENGTH,
)
/** One letter in seven: `DATABASE_URI`, but not OPENAI_API_KEY for OPEN_METEO_API_KEY. */
const SLIP_SHARE = 1 / 7
/** In shorter names a slip leads to a name that many programs have. */
const MIN_LENGTH = 8

const known: readonly string[] = settingNames.flatMap((name) =>
  settingFacts(name).fromFile === true ? [name, `${name}_FILE`] : [name],
)
const longNames = known.filter((name) => name.length >= MIN_LENGTH)

/** Unknown names with this program's prefix: refused. */
export const unknownNames = (source: Source): SettingsProblem[] =>
  unknownIn(source)
    .filter((name) => name.toUpperCase().startsWith(OWN_PREFIX))
    .map((name) => problemOf(name, nearestOf(name.toUpperCase())))

/** Names of other programs that look like a misspelt setting: worth a note, no refusal. */
export function suspiciousNames(source: Source): SettingsProblem[] {
  return unknownIn(source).flatMap((name) => {
    const upper = name.toUpperCase()
    if (upper.startsWith(OWN_PREFIX)) return []
    const isOfWeather =
      SHARED_PREFIXES.some((prefix) => upper.startsWith(prefix)) ||
      STEMS.some((stem) => bare(upper).startsWith(stem))
    const nearest = isOfWeather ? nearestOf(upper) : nearestName(upper, longNames, SLIP_SHARE)
    return isOfWeather || nearest !== undefined ? [problemOf(name, nearest)] : []
  })
}

/** `OPEN_METEO_URL` is a URL before all. */
function nearestOf(name: string): string | undefined {
  const end = name.slice(name.lastIndexOf('_'))
  const ofKind = known.filter((candidate) => candidate.endsWith(end))
  return nearestName(name, ofKind) ?? nearestName(name, known)
}

const unknownIn = (source: Source): string[] =>
  Object.keys(source).filter((name) => !known.includes(name) && (source[name] ?? '') !== '')

function problemOf(name: string, nearest: string | undefined): SettingsProblem {
  const hint = nearest === undefined ? '' : `; did you mean ${nearest}?`
  return { name, complaint: `is not a setting${hint}` }
}

function bare(name: string): string {
  return name.replaceAll('_', '')
}
