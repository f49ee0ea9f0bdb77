import type { Condition, Intensity, Sky } from '../../domain/condition.ts'

/** Tried in this order, so that the weightier of two phenomena names the sky. */
const KEYWORDS: readonly (readonly [RegExp, Condition])[] = [
  [/thunder|t-?storm/, 'thunderstorm'],
  [/freezing rain|ice storm/, 'freezing_rain'],
  [/freezing drizzle/, 'freezing_drizzle'],
  [/wintry mix|rain.*(snow|sleet|ice)|(snow|sleet|ice pellets).*rain/, 'sleet'],
  // American usage: sleet alone is frozen drops.
  [/sleet|ice pellets|hail/, 'ice_pellets'],
  [/snow shower|flurr/, 'snow_showers'],
  [/snow|blizzard/, 'snow'],
  [/shower/, 'rain_showers'],
  [/\brain/, 'rain'],
  [/drizzle/, 'drizzle'],
  [/fog|mist/, 'fog'],
  [/haze|smoke|dust|sand|\bash\b/, 'haze'],
  [/mostly (sunny|clear)|few clouds/, 'mostly_clear'],
  [
    /partly|mostly cloudy|scattered|broken|increasing|decreasing|clearing|becoming/,
    'partly_cloudy',
  ],
  [/overcast|cloudy/, 'overcast'],
  [/sunny|clear|fair/, 'clear'],
]

const PRECIPITATION: ReadonlySet<Condition> = new Set<Condition>([
  'drizzle',
  'freezing_drizzle',
  'rain',
  'freezing_rain',
  'rain_showers',
  'sleet',
  'snow',
  'snow_showers',
  'ice_pellets',
])

/** Of a text such as `Chance Light Snow then Mostly Cloudy`, what comes first counts. */
export function skyOfText(text: string | null | undefined): Sky | null {
  const [first = ''] = (text ?? '').toLowerCase().split(' then ')
  if (first.trim() === '') return null
  const condition = KEYWORDS.find(([pattern]) => pattern.test(first))?.[1] ?? 'unknown'
  return { condition, intensity: intensityOf(first, condition) }
}

function intensityOf(text: string, condition: Condition): Intensity | null {
  const falls = PRECIPITATION.has(condition)
  if (!falls && condition !== 'thunderstorm') return null
  if (/\bheavy\b|blizzard/.test(text)) return 'heavy'
  if (/\blight\b|flurr/.test(text)) return 'light'
  return falls ? 'moderate' : null
}
