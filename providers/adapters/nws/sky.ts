import {
  CONDITIONS,
  mostSevere,
  PRECIPITATION,
  UNKNOWN_SKY,
  type Condition,
  type Intensity,
  type Sky,
} from '../../../domain/weather/condition.ts'
import type { Phenomena } from './wire.ts'

const FROZEN = String.raw`\b(?:snow|sleet|ice pellets|hail)\b`

/**
 * Whole words; the first that fits names a phenomenon. Between two phenomena the order of CONDITIONS
 * decides, not this one.
 */
const KEYWORDS: readonly (readonly [RegExp, Condition])[] = [
  // One number of WMO code table 4677 stands for funnel clouds, tornadoes and waterspouts.
  [/\b(?:tornado(?:es)?|funnel clouds?|water ?spouts?)\b/, 'tornado'],
  [/(?<!\bsnow )\bsqualls?\b/, 'squall'],
  [/\b(?:thunderstorms?|thunder|t-?storms?|tstms?)\b/, 'thunderstorm'],
  [/\bfreezing rain\b|\bice storm\b/, 'freezing_rain'],
  [/\bfreezing drizzle\b/, 'freezing_drizzle'],
  [/\bwintry mix\b/, 'sleet'],
  [new RegExp(String.raw`\b(?:rain|drizzle)\b.*${FROZEN}`), 'sleet'],
  [new RegExp(String.raw`${FROZEN}.*\b(?:rain|drizzle)\b`), 'sleet'],
  // American usage: sleet alone is frozen drops. Snow pellets are the small hail of METAR.
  [/\b(?:sleet|ice pellets|hail|snow pellets)\b/, 'ice_pellets'],
  [/\bsnow (?:showers?|squalls?)\b|\bshowers? snow\b|\bflurr(?:y|ies)\b/, 'snow_showers'],
  // Ice crystals are the diamond dust of WMO code table 4677, which counts them to the snow.
  [/\b(?:snow|blizzard|ice crystals)\b/, 'snow'],
  [/\b(?:showers?|sprinkles?)\b/, 'rain_showers'],
  [/\brain\b/, 'rain'],
  [/\bdrizzle\b/, 'drizzle'],
  [/\b(?:fog|mist)\b/, 'fog'],
  [/\b(?:haze|smoke|dust|duststorm|sand|sandstorm|ash|spray)\b/, 'haze'],
  [/\bmostly (?:sunny|clear|fair)\b|\bfew clouds\b/, 'mostly_clear'],
  [
    /\b(?:partly|mostly cloudy|scattered|broken|increasing|decreasing|clearing|becoming)\b/,
    'partly_cloudy',
  ],
  [/\b(?:overcast|cloudy|cloudiness)\b/, 'overcast'],
  [/\b(?:sunny|sunshine|clear|fair)\b/, 'clear'],
]

/** Not at the station but 5 to 10 miles off it, or only below the height of the eyes. */
const ELSEWHERE =
  /(?:^|\band\b)(?:(?!\band\b).)*\bin vicinity\b|\blow drifting (?:snow|dust|sand)\b/g

/** Precipitation by the period's probability, which is below 55 %: NWS directive 10-503. */
const UNCERTAIN = /\b(?:slight chance|chance|isolated|scattered (?!clouds)|few (?!clouds))\b/

const FALLS: ReadonlySet<Condition> = new Set(PRECIPITATION)

/** What forecasts say of the day that is not its sky. */
const SKYLESS =
  /\b(?:frost|hot|cold|windy|breezy|blustery|brisk|very|patchy|widespread|areas|of|and)\b/g

/** The halves of a text such as `Sunny then Slight Chance Showers And Thunderstorms`. */
export const partsOf = (text: string | null | undefined): string[] =>
  (text ?? '').toLowerCase().split(/\bthen\b/)

/** Of several parts the most severe counts, and one of unknown words hides behind none that is dry. */
export function skyOf(text: string | null | undefined): Sky | null {
  const skies = partsOf(text).flatMap((part) => skyOfPart(part) ?? [])
  const known = mostSevere(skies)
  const isUnknown = skies.some(({ condition }) => condition === 'unknown')
  return isUnknown && known && isDry(known.condition) ? UNKNOWN_SKY : known
}

const isDry = (condition: Condition): boolean =>
  CONDITIONS.indexOf(condition) < CONDITIONS.indexOf(PRECIPITATION[0])

function skyOfPart(text: string): Sky | null {
  const here = text.replace(ELSEWHERE, '').trim()
  const phenomena = here.split(/\band\b/).flatMap((phrase) => phenomenonOf(phrase.trim()) ?? [])
  const sky = mostSevere(withMixture(phenomena))
  // A thunderstorm is as strong as what falls from it.
  return sky?.condition === 'thunderstorm' ? { ...sky, intensity: gradeOf(here) } : sky
}

function phenomenonOf(phrase: string): Sky | null {
  if (phrase.replace(SKYLESS, '').trim() === '') return null
  const condition = KEYWORDS.find(([pattern]) => pattern.test(phrase))?.[1] ?? 'unknown'
  if (!FALLS.has(condition)) return { condition, intensity: null }
  // FMH-1 gives ice crystals no intensity.
  const usual = /\bice crystals\b/.test(phrase) ? null : 'moderate'
  return { condition, intensity: gradeOf(phrase) ?? usual }
}

const LIQUID: ReadonlySet<Condition> = new Set(['drizzle', 'rain', 'rain_showers'])
const SOLID: ReadonlySet<Condition> = new Set(['snow', 'snow_showers', 'ice_pellets'])

/** Rain and snow are a mixture; where one is heavy and the other light, they are only the heavy one. */
function withMixture(phenomena: readonly Sky[]): readonly Sky[] {
  const mixed = phenomena.filter(({ condition }) => LIQUID.has(condition) || SOLID.has(condition))
  const liquid = mixed.filter(({ condition }) => LIQUID.has(condition))
  if (liquid.length === 0 || liquid.length === mixed.length) return phenomena
  const others = phenomena.filter((phenomenon) => !mixed.includes(phenomenon))
  const heavy = mixed.filter(({ intensity }) => intensity === 'heavy')
  const light = mixed.filter(({ intensity }) => intensity === 'light')
  if (heavy.length > 0 && light.length > 0) return [...others, ...heavy]
  const intensity = (heavy[0] ?? light[0])?.intensity ?? 'moderate'
  return [...others, { condition: 'sleet', intensity }]
}

function gradeOf(text: string): Intensity | null {
  if (/\bheavy\b|\bblizzard\b/.test(text)) return 'heavy'
  return /\blight\b|\bflurr(?:y|ies)\b|\bsprinkles?\b/.test(text) ? 'light' : null
}

/** The sky of one hour: what may or may not fall leaves it open. */
export const skyOfHour = (text: string | null | undefined): Sky | null =>
  UNCERTAIN.test((text ?? '').toLowerCase()) ? null : skyOf(text)

/** The groups of the METAR report say more than its text, where they are given. */
export function skyOfReport(
  text: string | null | undefined,
  phenomena: Phenomena | null | undefined,
): Sky | null {
  const said = skyOf(text)
  const present = skyOf(phraseOf(phenomena ?? []))
  if (!present || present.condition === 'unknown') return said ?? present
  if (!said || said.condition === present.condition) return present
  return mostSevere([said, present])
}

/** `snow_grains` with the intensity `light` becomes `light snow grains`. */
const phraseOf = (phenomena: Phenomena): string =>
  phenomena
    .filter(({ inVicinity, weather }) => inVicinity !== true && weather != null)
    .map(({ intensity, modifier, weather }) =>
      [intensity, modifier, weather]
        .filter((word) => word != null)
        .join(' ')
        .replaceAll('_', ' '),
    )
    .join(' and ')
