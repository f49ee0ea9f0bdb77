import { describe, expect, it } from 'vitest'
import type { Condition, Intensity } from '../../../domain/weather/condition.ts'
import { skyOf, skyOfHour, skyOfReport } from './sky.ts'

type Row = [text: string, condition: Condition | null, intensity?: Intensity]

const skyIn = (condition: Condition | null, intensity: Intensity | null = null) =>
  condition === null ? null : { condition, intensity }

// https://www.weather.gov/xml/current_obs/weather.php lists the phrases of reports.
const REPORTED: Row[] = [
  ['Fair', 'clear'],
  ['Clear and Breezy', 'clear'],
  ['Fair with Haze', 'haze'],
  ['A Few Clouds', 'mostly_clear'],
  ['Mostly Clear', 'mostly_clear'],
  ['Partly Cloudy and Windy', 'partly_cloudy'],
  ['Mostly Cloudy', 'partly_cloudy'],
  ['Cloudy', 'overcast'],
  ['Overcast', 'overcast'],
  ['Fog/Mist', 'fog'],
  ['Patches of Fog', 'fog'],
  ['Shallow Fog', 'fog'],
  ['Freezing Fog', 'fog'],
  ['Smoke', 'haze'],
  ['Volcanic Ash', 'haze'],
  ['Blowing Sand', 'haze'],
  ['Dust/Sand Whirls', 'haze'],
  ['Sand Storm', 'haze'],
  ['Light Drizzle', 'drizzle', 'light'],
  ['Drizzle Fog/Mist', 'drizzle', 'moderate'],
  ['Light Freezing Drizzle', 'freezing_drizzle', 'light'],
  ['Rain', 'rain', 'moderate'],
  ['Heavy Rain and Fog/Mist', 'rain', 'heavy'],
  ['Freezing Rain', 'freezing_rain', 'moderate'],
  ['Light Freezing Rain Fog/Mist', 'freezing_rain', 'light'],
  ['Light Showers Rain', 'rain_showers', 'light'],
  ['Heavy Rain Showers', 'rain_showers', 'heavy'],
  ['Light Rain Snow', 'sleet', 'light'],
  ['Heavy Drizzle Snow', 'sleet', 'heavy'],
  ['Snow Rain', 'sleet', 'moderate'],
  ['Rain Ice Pellets', 'sleet', 'moderate'],
  ['Ice Pellets', 'ice_pellets', 'moderate'],
  ['Light Small Hail/Snow Pellets', 'ice_pellets', 'light'],
  ['Snow Pellets', 'ice_pellets', 'moderate'],
  ['Snow Grains', 'snow', 'moderate'],
  ['Light Snow Grains', 'snow', 'light'],
  ['Snow Showers', 'snow_showers', 'moderate'],
  ['Light Showers Snow', 'snow_showers', 'light'],
  ['Heavy Snow', 'snow', 'heavy'],
  ['Blowing Snow', 'snow', 'moderate'],
  ['Ice Crystals', 'snow'],
  ['Thunderstorm', 'thunderstorm'],
  ['Thunderstorm Light Rain', 'thunderstorm', 'light'],
  ['Thunderstorms and Heavy Rain', 'thunderstorm', 'heavy'],
  ['Thunderstorm in Vicinity', null],
  ['Showers in Vicinity Fog', 'fog'],
  ['Light Rain and Thunderstorm in Vicinity', 'rain', 'light'],
  ['Low Drifting Snow', null],
  ['Snow Low Drifting Snow', 'snow', 'moderate'],
  ['Tornado/Water Spout', 'tornado'],
  ['Funnel Cloud', 'tornado'],
  ['Funnel Cloud in Vicinity', null],
  ['Thunderstorm Squalls', 'squall'],
  ['Windy', null],
  ['', null],
]

const FORECAST: Row[] = [
  ['Sunny', 'clear'],
  ['Mostly Sunny', 'mostly_clear'],
  ['Partly Sunny', 'partly_cloudy'],
  ['Gradual Clearing', 'partly_cloudy'],
  ['Areas Of Smoke', 'haze'],
  ['Patchy Fog then Mostly Sunny', 'fog'],
  ['Isolated Showers And Thunderstorms', 'thunderstorm'],
  ['Chance Showers And Thunderstorms', 'thunderstorm'],
  ['Scattered T-storms', 'thunderstorm'],
  ['Slight Chance Rain Showers', 'rain_showers', 'moderate'],
  ['Light Snow Likely', 'snow', 'light'],
  ['Snow Squalls', 'snow_showers', 'moderate'],
  ['Scattered Flurries', 'snow_showers', 'light'],
  ['Rain And Snow', 'sleet', 'moderate'],
  ['Chance Wintry Mix', 'sleet', 'moderate'],
  ['Blizzard', 'snow', 'heavy'],
  ['Sunny then Slight Chance Showers And Thunderstorms', 'thunderstorm'],
  ['Chance Light Snow then Mostly Cloudy', 'snow', 'light'],
  ['Mostly Cloudy then Chance Light Snow', 'snow', 'light'],
  ['Slight Chance Light Rain then Rain Likely', 'rain', 'moderate'],
  ['Light Rain then Chance Heavy Snow Showers Overnight', 'snow_showers', 'heavy'],
  ['Patchy Frost then Sunny', 'clear'],
  ['Patchy Frost then Mostly Cloudy', 'partly_cloudy'],
  ['Areas Of Frost', null],
  ['Hot', null],
  ['Cold', null],
  ['Blustery', null],
  ['Windy', null],
  ['Very Cold and Windy', null],
  ['Isolated Sprinkles', 'rain_showers', 'light'],
  ['Sunny then Isolated Sprinkles', 'rain_showers', 'light'],
  ['Hurricane Conditions', 'unknown'],
  ['Mostly Sunny then Tropical Storm Conditions', 'unknown'],
  ['Tropical Storm Conditions then Heavy Rain', 'rain', 'heavy'],
  ['Heavy Snow And Patchy Freezing Drizzle', 'snow', 'heavy'],
  ['Patchy Freezing Drizzle And Heavy Rain', 'rain', 'heavy'],
  ['Light Rain And Patchy Freezing Drizzle', 'rain', 'light'],
  ['Heavy Snow and Light Rain', 'snow', 'heavy'],
  ['Light Snow and Heavy Rain', 'rain', 'heavy'],
  ['Light Rain And Snow', 'sleet', 'light'],
  ['Rain And Heavy Snow And Patchy Fog', 'sleet', 'heavy'],
  ['Light Snow And Areas Of Blowing Snow', 'snow', 'moderate'],
  ['Heavy Rain And Isolated Thunderstorms', 'thunderstorm', 'heavy'],
]

describe('the text', () => {
  it.each(REPORTED)('"%s" of a report is %s', (text, condition, intensity) => {
    expect(skyOf(text)).toEqual(skyIn(condition, intensity))
  })

  it.each(FORECAST)('"%s" of a forecast is %s', (text, condition, intensity) => {
    expect(skyOf(text)).toEqual(skyIn(condition, intensity))
  })

  it.each([
    ['Drainage', 'unknown'],
    ['Grains', 'unknown'],
    ['Unfairly Warm', 'unknown'],
    ['Optimistic', 'unknown'],
    ['Splash', 'unknown'],
    ['Overcasting', 'unknown'],
  ])('"%s" holds no word of the weather', (text, condition) => {
    expect(skyOf(text)?.condition).toBe(condition)
  })
})

describe('present weather', () => {
  const one = (weather: string, modifier?: string, intensity?: string) => [
    { weather, modifier: modifier ?? null, intensity: intensity ?? null },
  ]

  // Every value of the schema MetarPhenomenon at https://api.weather.gov/openapi.json.
  it.each<[string, Condition, Intensity?]>([
    ['drizzle', 'drizzle', 'moderate'],
    ['dust', 'haze'],
    ['dust_storm', 'haze'],
    ['dust_whirls', 'haze'],
    ['fog', 'fog'],
    ['fog_mist', 'fog'],
    ['funnel_cloud', 'tornado'],
    ['hail', 'ice_pellets', 'moderate'],
    ['haze', 'haze'],
    ['ice_crystals', 'snow'],
    ['ice_pellets', 'ice_pellets', 'moderate'],
    ['rain', 'rain', 'moderate'],
    ['sand', 'haze'],
    ['sand_storm', 'haze'],
    ['smoke', 'haze'],
    ['snow', 'snow', 'moderate'],
    ['snow_grains', 'snow', 'moderate'],
    ['snow_pellets', 'ice_pellets', 'moderate'],
    ['spray', 'haze'],
    ['squalls', 'squall'],
    ['thunderstorms', 'thunderstorm'],
    ['unknown', 'unknown'],
    ['volcanic_ash', 'haze'],
  ])('%s is %s', (weather, condition, intensity) => {
    expect(skyOfReport(null, one(weather))).toEqual(skyIn(condition, intensity))
  })

  it.each<[string, string, string | undefined, Condition, Intensity]>([
    ['rain', 'showers', 'light', 'rain_showers', 'light'],
    ['rain', 'freezing', undefined, 'freezing_rain', 'moderate'],
    ['drizzle', 'freezing', 'heavy', 'freezing_drizzle', 'heavy'],
    ['snow', 'showers', undefined, 'snow_showers', 'moderate'],
    ['snow', 'blowing', undefined, 'snow', 'moderate'],
  ])('%s with the modifier %s (%s) is %s', (weather, modifier, intensity, ...sky) => {
    expect(skyOfReport('', one(weather, modifier, intensity))).toEqual(skyIn(...sky))
  })

  it.each<[string, string, ReturnType<typeof one>, Condition | null, Intensity?]>([
    ['an intensity', 'Rain', one('rain', undefined, 'heavy'), 'rain', 'heavy'],
    ['showers', 'Rain', one('rain', 'showers', 'light'), 'rain_showers', 'light'],
    ['frost', 'Drizzle', one('drizzle', 'freezing'), 'freezing_drizzle', 'moderate'],
    ['what the text left out', 'Cloudy', one('fog_mist'), 'fog'],
    ['less than the text', 'Thunderstorm', one('rain'), 'thunderstorm'],
    ['nothing known', 'Cloudy', one('unknown'), 'overcast'],
    ['nothing', 'Mostly Clear', [], 'mostly_clear'],
  ])('says %s beside the text "%s"', (_, text, phenomena, condition, intensity) => {
    expect(skyOfReport(text, phenomena)).toEqual(skyIn(condition, intensity))
  })

  it('is a mixture where rain and snow fall together', () => {
    const mixed = [...one('rain', undefined, 'light'), ...one('snow')]
    expect(skyOfReport(null, mixed)).toEqual(skyIn('sleet', 'light'))
  })

  it('does not count what is only in the vicinity', () => {
    const [thunder] = one('thunderstorms')
    const near = [{ ...thunder, inVicinity: true }]
    expect(skyOfReport('Cloudy', near)).toEqual(skyIn('overcast'))
    expect(skyOfReport(null, near)).toBeNull()
  })
})

describe('the sky of an hour of the forecast', () => {
  it.each<Row>([
    ['Sunny', 'clear'],
    ['Rain Showers', 'rain_showers', 'moderate'],
    ['Light Snow Likely', 'snow', 'light'],
    ['Numerous Rain Showers', 'rain_showers', 'moderate'],
    ['Scattered Clouds', 'partly_cloudy'],
    ['Few Clouds', 'mostly_clear'],
    ['Isolated Rain Showers', null],
    ['Slight Chance Light Rain', null],
    ['Chance Showers And Thunderstorms', null],
    ['Scattered Snow Showers', null],
  ])('is, for "%s", %s', (text, condition, intensity) => {
    expect(skyOfHour(text)).toEqual(skyIn(condition, intensity))
  })
})
