import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the build has put the pages; undefined where it has not, as after a checkout. */
export function dashboardFolder(): string | undefined {
  const isSource = import.meta.url.endsWith('.ts')
  const relative = isSource ? '../dist/dashboard' : '../dashboard'
  const folder = fileURLToPath(new URL(relative, import.meta.url))
  return existsSync(join(folder, 'index.html')) ? folder : undefined
}
