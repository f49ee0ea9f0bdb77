// Lints docs/openapi.json; a warning fails as well.
import { readFileSync } from 'node:fs'
import { createConfig, lintFromString } from '@redocly/openapi-core'

const FILE = 'docs/openapi.json'

const config = await createConfig({ extends: ['recommended'] })
const source = readFileSync(FILE, 'utf8')
const found = await lintFromString({ source, absoluteRef: FILE, config })
for (const { severity, ruleId, message, location } of found) {
  console.error(`${FILE}: ${severity}: ${ruleId}: ${message} (${location[0]?.pointer ?? ''})`)
}
if (found.length > 0) process.exitCode = 1
