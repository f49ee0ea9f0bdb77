/** A place as a list of cities holds it. */
export interface ScenePlace {
  /** Of GeoNames; a place without one has a number above theirs. */
  readonly id: number
  readonly name: string
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string
  readonly latitude: number
  readonly longitude: number
  /** IANA. */
  readonly timeZone: string
  readonly population: number | null
}

/** Places and moments under which something that is rare elsewhere happens. */
export interface Scene {
  /** A sentence for people. */
  readonly shows: string
  readonly places: readonly ScenePlace[]
  /** ISO times: with the clocks of emulator and application at one of them, it happens. */
  readonly moments: readonly string[]
}

export const place = (
  id: number,
  name: string,
  countryCode: string,
  [latitude, longitude]: readonly [number, number],
  timeZone: string,
  population: number | null = null,
): ScenePlace => ({ id, name, countryCode, latitude, longitude, timeZone, population })
