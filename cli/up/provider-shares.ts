import { providerFacts } from '../../domain/provider/provider-catalogue.ts'
import type { Place } from '../../domain/city/city.ts'
import { ticksUntilDue } from '../../domain/weather/freshness.ts'
import { PRODUCTS } from '../../domain/weather/product.ts'
import { inUse, type ProviderSetup } from '../../domain/provider/provider-setup.ts'
import type { WeatherProvider } from '../../domain/provider/provider.ts'
import type { Config } from '../../platform/config/config.ts'
import { providerToRead } from '../config/provider-to-read.ts'
import { maxAgeSecondsOf } from '../config/schedule-settings.ts'
import type { ProviderShare } from './screen.ts'

/** What would be taken of the day of each provider in use if it served every refresh. */
export function providerShares(
  setups: readonly ProviderSetup[],
  refresh: Config['refresh'],
  cities: number,
): ProviderShare[] {
  return inUse(setups).map(({ id, limits }) => {
    const daily = limits.quota.find(({ window }) => window === 'day')
    const weight = () => cities * weightOfDay(providerToRead(id), refresh)
    return { name: providerFacts(id).name, shareOfDay: daily ? weight() / daily.limit : null }
  })
}

const MINUTES_PER_DAY = 24 * 60

/** Every place costs the same. */
const SOME_PLACE: Place = { id: 1, latitude: 0, longitude: 0, timeZone: 'UTC', countryCode: 'US' }

/** What keeping one city fresh weighs in a day: the price of what is due at each tick. */
function weightOfDay(provider: WeatherProvider, refresh: Config['refresh']): number {
  const { intervalMinutes } = refresh
  const maxAgeSeconds = maxAgeSecondsOf({ refresh })
  const isDue = (tick: number, maxAge: number | undefined): boolean =>
    maxAge !== undefined && tick % ticksUntilDue(maxAge, intervalMinutes * 60) === 0
  const ticks = Math.floor(MINUTES_PER_DAY / intervalMinutes)
  return Array.from({ length: ticks }, (_, tick) =>
    PRODUCTS.filter((product) => isDue(tick, maxAgeSeconds[product])),
  )
    .flatMap((products) => provider.price([{ place: SOME_PLACE, products }]))
    .reduce((sum, { weight }) => sum + weight, 0)
}
