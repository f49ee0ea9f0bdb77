/** Which page an address shows. */
export type Page =
  | { readonly name: 'now' | 'cities' | 'runs' | 'providers' | 'system' | 'nowhere' }
  | { readonly name: 'city'; readonly cityId: number }
  | { readonly name: 'run'; readonly taskId: string }

const CITY = /^\/cities\/(\d+)$/
const RUN = /^\/runs\/(.+)$/

const NAMED: Readonly<Record<string, 'now' | 'cities' | 'runs' | 'providers' | 'system'>> = {
  '/': 'now',
  '/cities': 'cities',
  '/runs': 'runs',
  '/providers': 'providers',
  '/system': 'system',
}

export function pageAt(pathname: string): Page {
  const path = pathname.length > 1 ? pathname.replace(/\/+$/, '') : pathname
  const named = NAMED[path]
  if (named) return { name: named }
  const [, city] = CITY.exec(path) ?? []
  if (city !== undefined) return { name: 'city', cityId: Number(city) }
  const [, run] = RUN.exec(path) ?? []
  if (run !== undefined) return { name: 'run', taskId: decoded(run) }
  return { name: 'nowhere' }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export const cityAddress = (cityId: number): string => `/cities/${cityId}`

/** Task ids have slashes, which read well in an address. */
export const runAddress = (taskId: string): string =>
  `/runs/${taskId.split('/').map(encodeURIComponent).join('/')}`

/** The same address with other filters; an empty value removes one, and paging starts over. */
export function withQuery(
  path: string,
  search: string,
  changes: Readonly<Record<string, string | null>>,
): string {
  const query = new URLSearchParams(search)
  query.delete('cursor')
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') query.delete(name)
    else query.set(name, value)
  }
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

/** The next page of the same list. */
export function withCursor(path: string, search: string, cursor: string): string {
  const address = withQuery(path, search, {})
  return `${address}${address.includes('?') ? '&' : '?'}${new URLSearchParams({ cursor }).toString()}`
}
