import { freshnessOf } from '../../../domain/weather/freshness.ts'
import { FRESHNESS_WORDS } from '../../../domain/weather/freshness-words.ts'
import type { Answer } from '../../api.ts'
import { temperatureUnit, zone } from '../../live/preferences.ts'
import { providerName } from '../../live/providers.ts'
import { cityAddress } from '../../logic/address.ts'
import { ageSince, momentText, numberText, wordsOf } from '../../logic/format.ts'
import { temperatureIn } from '../../logic/units.ts'
import { Link } from '../../parts/link.tsx'
import { Pie, shadeOf } from '../../parts/pie.tsx'
import { WeatherIcon } from '../../parts/weather-icon.tsx'

type City = Answer<'/api/weather/cities'>['cities'][number]

/** Its class grows with its age, between two answers too. */
export const freshnessAt = (confirmedAt: string | null, now: number) =>
  freshnessOf(confirmedAt === null ? null : Math.max(0, (now - Date.parse(confirmedAt)) / 1000))

export function CityRow({ city, now }: { readonly city: City; readonly now: number }) {
  const { latest = null, last_refresh: last } = city
  const confirmed = last.conditions_confirmed_at
  const freshness = freshnessAt(confirmed, now)
  return (
    <tr>
      <th scope="row">
        <Link href={cityAddress(city.id)}>{`${city.name}, ${city.country}`}</Link>
      </th>
      <td>
        {latest ? (
          <span class="weather">
            <WeatherIcon {...latest} /> {wordsOf(latest.condition ?? 'not given')}
          </span>
        ) : (
          '–'
        )}
      </td>
      <td class="number">
        {numberText(temperatureIn(temperatureUnit.value, latest?.temperature ?? null), 1)}
      </td>
      <td title={confirmed ?? undefined}>
        <Pie of={freshness} /> {ageSince(confirmed, now)}
        <span class="hidden">, {FRESHNESS_WORDS[freshness]}</span>
      </td>
      <td>{latest ? providerName(latest.provider) : '–'}</td>
      <td>
        {last.outcome && last.outcome_at ? (
          <>
            <Pie of={shadeOf(last.outcome)} /> {last.outcome},{' '}
            {momentText(last.outcome_at, zone.value, now)}
          </>
        ) : (
          'not yet'
        )}
      </td>
    </tr>
  )
}
