import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json: one level up from the sources, two from dist/cli. */
export const PACKAGE_ROOT = packageRoot(path.dirname(fileURLToPath(import.meta.url)))

function packageRoot(from: string): string {
  const parent = path.dirname(from)
  return existsSync(path.join(from, 'package.json')) || parent === from ? from : packageRoot(parent)
}

export function packageVersion(): string {
  const text = readFileSync(path.join(PACKAGE_ROOT, 'package.json'), 'utf8')
  const manifest = JSON.parse(text) as { version: string }
  return manifest.version
}
