import type { EmulatedCondition } from './conditions.ts'

export interface ConditionCodes {
  readonly wmo: number
  readonly openWeather: {
    readonly id: number
    readonly main: string
    readonly description: string
    readonly icon: string
  }
  readonly weatherApi: { readonly code: number; readonly text: string; readonly icon: number }
  readonly metSymbol: string
  readonly nws: {
    readonly text: string
    readonly icon: string
    readonly weather: string | null
    readonly intensity: string | null
  }
}

type Row = [
  wmo: number,
  openWeather: [id: number, main: string, description: string, icon: string],
  weatherApi: [code: number, text: string, icon: number],
  metSymbol: string,
  nws: [text: string, icon: string, weather?: string, intensity?: string],
]

const ROWS: Record<EmulatedCondition, Row> = {
  clear: [0, [800, 'Clear', 'clear sky', '01'], [1000, 'Clear', 113], 'clearsky', ['Clear', 'skc']],
  mostly_clear: [
    1,
    [801, 'Clouds', 'few clouds', '02'],
    [1003, 'Partly cloudy', 116],
    'fair',
    ['Mostly Clear', 'few'],
  ],
  partly_cloudy: [
    2,
    [803, 'Clouds', 'broken clouds', '04'],
    [1003, 'Partly cloudy', 116],
    'partlycloudy',
    ['Partly Cloudy', 'sct'],
  ],
  overcast: [
    3,
    [804, 'Clouds', 'overcast clouds', '04'],
    [1009, 'Overcast', 122],
    'cloudy',
    ['Cloudy', 'ovc'],
  ],
  fog: [45, [741, 'Fog', 'fog', '50'], [1135, 'Fog', 248], 'fog', ['Fog', 'fog', 'fog']],
  drizzle: [
    51,
    [300, 'Drizzle', 'light intensity drizzle', '09'],
    [1153, 'Light drizzle', 266],
    'lightrain',
    ['Light Drizzle', 'rain', 'drizzle', 'light'],
  ],
  light_rain: [
    61,
    [500, 'Rain', 'light rain', '10'],
    [1183, 'Light rain', 296],
    'lightrain',
    ['Light Rain', 'rain', 'rain', 'light'],
  ],
  rain: [
    63,
    [501, 'Rain', 'moderate rain', '10'],
    [1189, 'Moderate rain', 302],
    'rain',
    ['Rain', 'rain', 'rain', 'moderate'],
  ],
  heavy_rain: [
    65,
    [502, 'Rain', 'heavy intensity rain', '10'],
    [1195, 'Heavy rain', 308],
    'heavyrain',
    ['Heavy Rain', 'rain', 'rain', 'heavy'],
  ],
  light_snow: [
    71,
    [600, 'Snow', 'light snow', '13'],
    [1213, 'Light snow', 326],
    'lightsnow',
    ['Light Snow', 'snow', 'snow', 'light'],
  ],
  snow: [
    73,
    [601, 'Snow', 'snow', '13'],
    [1219, 'Moderate snow', 332],
    'snow',
    ['Snow', 'snow', 'snow', 'moderate'],
  ],
  heavy_snow: [
    75,
    [602, 'Snow', 'heavy snow', '13'],
    [1225, 'Heavy snow', 338],
    'heavysnow',
    ['Heavy Snow', 'snow', 'snow', 'heavy'],
  ],
  thunderstorm: [
    95,
    [201, 'Thunderstorm', 'thunderstorm with rain', '11'],
    [1276, 'Moderate or heavy rain with thunder', 389],
    'rainandthunder',
    ['Thunderstorms and Rain', 'tsra', 'thunderstorms', 'moderate'],
  ],
}

export function codesOf(condition: EmulatedCondition): ConditionCodes {
  const [wmo, openWeather, weatherApi, metSymbol, nws] = ROWS[condition]
  return {
    wmo,
    openWeather: {
      id: openWeather[0],
      main: openWeather[1],
      description: openWeather[2],
      icon: openWeather[3],
    },
    weatherApi: { code: weatherApi[0], text: weatherApi[1], icon: weatherApi[2] },
    metSymbol,
    nws: { text: nws[0], icon: nws[1], weather: nws[2] ?? null, intensity: nws[3] ?? null },
  }
}

export const wmoCode = (condition: EmulatedCondition): number => ROWS[condition][0]
