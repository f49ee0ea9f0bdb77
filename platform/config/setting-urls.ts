/** What the address of an HTTP API may look like: paths are appended to it. */
export const BASE_URL_FORM = 'an http:// or https:// URL without credentials, query and fragment'

/** The URL as requests need it, without slashes at its end; undefined when it is none. */
export function baseUrlOf(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text) || /[?#\\\s]/.test(text) || !URL.canParse(text)) return undefined
  const { href, username, password } = new URL(text)
  return username + password === '' ? href.replace(/\/+$/, '') : undefined
}

/** Whether the drivers of databases and caches can read the URL; PostgreSQL allows many hosts in one. */
export function isServiceUrl(text: string): boolean {
  const [scheme = '', rest = ''] = text.split('://', 2)
  const [authority = ''] = rest.split(/[/?#]/, 1)
  const oneHost = `${scheme}://${authority.replace(/,.*$/, '')}${rest.slice(authority.length)}`
  if (/\s/.test(text) || !URL.canParse(oneHost)) return false
  const { username, password, pathname } = new URL(oneHost)
  return [username, password, pathname].every(isDecodable)
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}
