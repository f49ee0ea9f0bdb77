import {
  UNKNOWN_SKY,
  type Condition,
  type Intensity,
  type Sky,
} from '../../../domain/weather/condition.ts'

const sky = (condition: Condition, intensity: Intensity | null = null): Sky => ({
  condition,
  intensity,
})

/** WMO code table 4677 as weather APIs use it (present weather of a model, not of a station). */
const WMO_SKIES: Readonly<Record<number, Sky>> = {
  0: sky('clear'),
  1: sky('mostly_clear'),
  2: sky('partly_cloudy'),
  3: sky('overcast'),
  45: sky('fog'),
  48: sky('fog'),
  51: sky('drizzle', 'light'),
  53: sky('drizzle', 'moderate'),
  55: sky('drizzle', 'heavy'),
  56: sky('freezing_drizzle', 'light'),
  57: sky('freezing_drizzle', 'heavy'),
  61: sky('rain', 'light'),
  63: sky('rain', 'moderate'),
  65: sky('rain', 'heavy'),
  66: sky('freezing_rain', 'light'),
  67: sky('freezing_rain', 'heavy'),
  71: sky('snow', 'light'),
  73: sky('snow', 'moderate'),
  75: sky('snow', 'heavy'),
  77: sky('snow', 'light'),
  80: sky('rain_showers', 'light'),
  81: sky('rain_showers', 'moderate'),
  82: sky('rain_showers', 'heavy'),
  85: sky('snow_showers', 'light'),
  86: sky('snow_showers', 'heavy'),
  95: sky('thunderstorm'),
  96: sky('thunderstorm', 'light'),
  99: sky('thunderstorm', 'heavy'),
}

export const skyOf = (code: number | null | undefined): Sky | null =>
  code == null ? null : (WMO_SKIES[code] ?? UNKNOWN_SKY)
