/** Host and port alone: user and password stay out of every message. */
export function redisAddressOf(url: string): string {
  const { protocol, host, pathname } = new URL(url)
  return `${protocol}//${host}${pathname === '/' ? '' : pathname}`
}
