/** GeoNames id, or one of ours: the identity of a city everywhere in this system. */
export type CityId = number

/** As large as the database's integers. */
export const MAX_CITY_ID = 2 ** 31 - 1

/** Ids from here on are ours: for places that are added without one of GeoNames, which end far below. */
export const FIRST_OWN_CITY_ID = 2_000_000_000

/** The longest name of a place, in Bangkok's own language, has 168 characters. */
export const MAX_CITY_NAME_LENGTH = 200

export interface City {
  readonly id: CityId
  readonly name: string
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string
  /** Degrees north, WGS 84. */
  readonly latitude: number
  /** Degrees east, WGS 84. */
  readonly longitude: number
  /** IANA time zone: local days are this zone's. */
  readonly timeZone: string
  readonly population: number | null
  /** Metres above sea level; absent where the source of the city does not say. */
  readonly elevationM?: number | null
}

/** What a provider needs to know of a city to be asked about it. */
export type Place = Pick<
  City,
  'id' | 'latitude' | 'longitude' | 'elevationM' | 'timeZone' | 'countryCode'
>
