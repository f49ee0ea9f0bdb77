import type { Static } from 'typebox'
import type { ListedCity } from '../../db/queries/cities.ts'
import type { City } from '../../domain/city/city.ts'
import type { CityBlock, CityItem } from '../schemas/city.ts'

export const cityBlock = (city: City): Static<typeof CityBlock> => ({
  id: city.id,
  name: city.name,
  country: city.countryCode,
  latitude: city.latitude,
  longitude: city.longitude,
  timezone: city.timeZone,
  population: city.population,
})

export const cityItem = (city: ListedCity): Static<typeof CityItem> => ({
  ...cityBlock(city),
  is_active: city.active,
})
