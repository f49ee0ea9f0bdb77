import { vi } from 'vitest'

/** What the test run sets for its files is no setting of the product. */
export function hideTestSettings(): void {
  const names = Object.keys(process.env).filter((name) => name.startsWith('WEATHER'))
  for (const name of names) vi.stubEnv(name, undefined)
}
