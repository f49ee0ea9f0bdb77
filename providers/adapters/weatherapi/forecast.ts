import { ProviderError } from '../../../domain/provider/provider-error.ts'
import type { Discard, Forecast, ForecastDay } from '../../../domain/weather/reading.ts'
import { highest } from '../day-values.ts'
import { skyIn } from './sky.ts'
import { sunTimesOf, zoneOf, type Zone } from './sun-times.ts'
import type { AnswerDay, ForecastAnswer } from './wire.ts'

export function toForecast(
  answer: ForecastAnswer,
  place: Zone,
  fetchedAt: Date,
  discard: Discard = () => undefined,
): Forecast {
  if (!answer.days) throw new ProviderError('place-missing', 'WeatherAPI.com: no forecast')
  const zone = zoneOf(answer, place)
  return {
    provider: 'weatherapi',
    fetchedAt,
    days: answer.days.map((day) => dayOf(day, zone, discard)),
    derived: ['precipitationProbability', 'windGustMaxKmh'],
  }
}

function dayOf(said: AnswerDay, zone: string, discard: Discard): ForecastDay {
  const { date, day, hour = [] } = said
  const sky = skyIn(day, `/forecast/${date}`, discard)
  return {
    date,
    temperatureMaxC: day.maxtemp_c ?? null,
    temperatureMinC: day.mintemp_c ?? null,
    precipitationMm: day.totalprecip_mm ?? null,
    precipitationProbability: eitherChance(day.daily_chance_of_rain, day.daily_chance_of_snow),
    windSpeedMaxKmh: day.maxwind_kph ?? null,
    // The day itself has no gust.
    windGustMaxKmh: highest(hour.map((one) => one?.gust_kph)),
    uvIndexMax: day.uv ?? null,
    condition: sky?.condition ?? null,
    intensity: sky?.intensity ?? null,
    ...sunTimesOf(said, zone),
    partial: false,
  }
}

/** In per cent, apart for rain and snow; the chance of either is at least the larger. */
type Chance = number | null | undefined

function eitherChance(rain: Chance, snow: Chance): number | null {
  const chance = highest([rain, snow])
  return chance === null ? null : chance / 100
}
