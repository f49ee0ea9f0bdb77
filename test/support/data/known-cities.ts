import type { City } from '../../../domain/city/city.ts'

export const LONDON: City = {
  id: 2643743,
  name: 'London',
  countryCode: 'GB',
  latitude: 51.50853,
  longitude: -0.12574,
  timeZone: 'Europe/London',
  population: 8961989,
}

export const LONDON_ONTARIO: City = {
  id: 6058560,
  name: 'London',
  countryCode: 'CA',
  latitude: 42.98339,
  longitude: -81.23304,
  timeZone: 'America/Toronto',
  population: 422324,
}

export const REYKJAVIK: City = {
  id: 3413829,
  name: 'Reykjavík',
  countryCode: 'IS',
  latitude: 64.13548,
  longitude: -21.89541,
  timeZone: 'Atlantic/Reykjavik',
  population: 118918,
}

export const KNOWN_CITIES: readonly City[] = [LONDON, REYKJAVIK, LONDON_ONTARIO]
