import { answerOf, api, type Answer } from '../../api.ts'
import { nowMs } from '../../live/clock.ts'
import { temperatureUnit } from '../../live/preferences.ts'
import { orNothing, useResource } from '../../live/resource.ts'
import {
  agoText,
  clockText,
  durationText,
  numberText,
  percentText,
  wordsOf,
} from '../../logic/format.ts'
import { temperatureIn } from '../../logic/units.ts'
import { Part } from '../../parts/part.tsx'
import { Table } from '../../parts/table.tsx'
import { WeatherIcon } from '../../parts/weather-icon.tsx'

const DAYS = 7

const dayText = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  )

const of = (celsius: number | null): string =>
  numberText(temperatureIn(temperatureUnit.value, celsius))

type Day = Answer<'/api/weather/forecast/{cityId}'>['days'][number]

interface ForecastProps {
  readonly cityId: number
  readonly timeZone: string
}

/** The next days of the city, by its own calendar. */
export function Forecast({ cityId, timeZone }: ForecastProps) {
  const params = { path: { cityId }, query: { days: DAYS } }
  const forecast = useResource(`forecast ${cityId}`, () =>
    answerOf(api.GET('/api/weather/forecast/{cityId}', { params })),
  )
  return (
    <Part
      title="Next days"
      resource={orNothing(forecast)}
      lines={7}
      empty={(data) =>
        data && data.days.length > 0 ? null : 'No provider has given a forecast yet.'
      }
    >
      {(data) => (
        <>
          <Table
            label="Forecast"
            columns={[
              'Day',
              'Sky',
              { number: 'Low' },
              { number: `High, ${temperatureUnit.value}` },
              { number: 'Rain' },
            ]}
          >
            {data?.days.map((day) => (
              <DayRow key={day.date} {...day} />
            ))}
          </Table>
          <Sun day={data?.days[0]} timeZone={timeZone} />
          <p class="second">
            {data?.source.attribution.text}
            {data ? `, confirmed ${agoText(data.confirmed_at, nowMs.value)}` : ''}
          </p>
        </>
      )}
    </Part>
  )
}

interface SunProps {
  readonly day: Day | undefined
  readonly timeZone: string
}

/** Nothing where the provider does not say it, as of a day or a night of months. */
function Sun({ day, timeZone }: SunProps) {
  const { sunrise, sunset } = day ?? {}
  if (!sunrise || !sunset) return null
  return (
    <p class="second">
      First day: sunrise {clockText(sunrise, { timeZone })}, sunset{' '}
      {clockText(sunset, { timeZone })}, daylight{' '}
      {durationText(Date.parse(sunset) - Date.parse(sunrise))}
    </p>
  )
}

const DayRow = ({ date, condition, intensity, ...day }: Day) => (
  <tr>
    <th scope="row">{dayText(date)}</th>
    <td>
      <span class="weather">
        <WeatherIcon condition={condition} intensity={intensity} is_day={true} />{' '}
        {wordsOf(condition ?? 'not given')}
      </span>
    </td>
    <td class="number">{of(day.temperature_min)}</td>
    <td class="number">{of(day.temperature_max)}</td>
    <td class="number">{rainText(day)}</td>
  </tr>
)

/** How likely it is, else how much of it. */
function rainText(day: Pick<Day, 'precipitation' | 'precipitation_probability'>): string {
  const { precipitation: depth, precipitation_probability: chance } = day
  if (chance !== null) return percentText(chance)
  return depth === null ? '–' : `${numberText(depth, 1)} mm`
}
