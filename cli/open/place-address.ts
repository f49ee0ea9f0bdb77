/** What can be opened, and its path where it is a page of the API. */
const PATHS = {
  now: '/',
  cities: '/cities',
  city: '/cities',
  runs: '/runs',
  providers: '/providers',
  system: '/system',
  docs: '/docs',
  'web-ui': null,
} as const

export type Place = keyof typeof PATHS

export const PLACES = Object.keys(PATHS) as Place[]

export interface Addresses {
  readonly url: string
  readonly webUiUrl: string | undefined
}

/** Undefined for a Temporal Web UI whose address is not known. */
export function placeAddress(
  place: Place,
  { url, webUiUrl }: Addresses,
  cityId?: number,
): string | undefined {
  const path = PATHS[place]
  if (path === null) return webUiUrl
  return url.replace(/\/+$/, '') + path + (cityId === undefined ? '' : `/${cityId}`)
}
