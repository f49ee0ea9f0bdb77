import { answerOf, api } from '../../api.ts'
import { temperatureUnit } from '../../live/preferences.ts'
import { useResource } from '../../live/resource.ts'
import { numberText, percentText, wordsOf } from '../../logic/format.ts'
import { temperatureIn } from '../../logic/units.ts'
import { Part } from '../../parts/part.tsx'
import { WeatherIcon } from '../../parts/weather-icon.tsx'

const DAYS = 7

const dayText = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  )

const of = (celsius: number | null): string =>
  numberText(temperatureIn(temperatureUnit.value, celsius))

/** The next days of the city, by its own calendar. */
export function Forecast({ cityId }: { readonly cityId: number }) {
  const forecast = useResource(`forecast ${cityId}`, () =>
    answerOf(
      api.GET('/api/weather/forecast/{cityId}', {
        params: { path: { cityId }, query: { days: DAYS } },
      }),
    ),
  )
  const isWithout = forecast.problem?.kind === 'no-data-yet'
  return (
    <Part
      title="Next days"
      resource={isWithout ? { ...forecast, problem: undefined, data: null } : forecast}
      lines={7}
      empty={(data) =>
        data && data.days.length > 0 ? null : 'No provider has given a forecast yet.'
      }
    >
      {(data) => (
        <div class="scroll" tabIndex={0} role="region" aria-label="Forecast">
          <table>
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col">Sky</th>
                <th scope="col" class="number">
                  Low
                </th>
                <th scope="col" class="number">
                  High, {temperatureUnit.value}
                </th>
                <th scope="col" class="number">
                  Rain
                </th>
              </tr>
            </thead>
            <tbody>
              {(data?.days ?? []).map((day) => (
                <tr key={day.date}>
                  <th scope="row">{dayText(day.date)}</th>
                  <td>
                    <span class="weather">
                      <WeatherIcon
                        condition={day.condition}
                        intensity={day.intensity}
                        is_day={true}
                      />{' '}
                      {wordsOf(day.condition ?? 'not given')}
                    </span>
                  </td>
                  <td class="number">{of(day.temperature_min)}</td>
                  <td class="number">{of(day.temperature_max)}</td>
                  <td class="number">
                    {day.precipitation_probability === null
                      ? day.precipitation === null
                        ? '–'
                        : `${numberText(day.precipitation, 1)} mm`
                      : percentText(day.precipitation_probability)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class="second">{data?.source.attribution.text}</p>
        </div>
      )}
    </Part>
  )
}
