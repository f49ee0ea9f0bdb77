// Writes the pages that are made from the code; with --check it only says whether they are up to date.
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { format, resolveConfig } from 'prettier'
import { nothingRan } from '../cli/command-runner.ts'
import { createProgram, forEachCommand } from '../cli/program.ts'
import {
  keySetting,
  PROVIDER_IDS,
  providerFacts,
  type ProviderId,
} from '../domain/provider/provider-catalogue.ts'
import { providerToRead } from '../cli/config/provider-to-read.ts'
import { settingsTable } from '../platform/config/settings-table.ts'
import { clientTypes } from './docs/client-types.ts'
import { describedApi } from './docs/openapi.ts'
import { problemsPage } from './docs/problems-page.ts'

const MADE = '<!-- Made by `npm run docs:generate` from the code: change it there. -->'

const api = await describedApi()
const pages: Readonly<Record<string, string>> = {
  'docs/settings.md': settingsPage(),
  'docs/cli.md': cliPage(),
  'docs/providers.md': providersPage(),
  'docs/problems.md': problemsPage(MADE),
  'docs/openapi.json': JSON.stringify(api),
  'client/schema.ts': await clientTypes(api),
}

const stale: string[] = []
await mkdir('docs', { recursive: true })
for (const [file, text] of Object.entries(pages)) {
  const page = await format(text, { ...(await resolveConfig(file)), filepath: file })
  if (page === (await readFile(file, 'utf8').catch(() => ''))) continue
  if (process.argv.includes('--check')) stale.push(file)
  else await writeFile(file, page)
}
if (stale.length > 0) {
  console.error(`out of date: ${stale.join(', ')}; run \`npm run docs:generate\``)
  process.exitCode = 1
}

function settingsPage(): string {
  return `# Settings

${MADE}

Everything is set by environment variables, and nothing has to be: without any, \`weather247 up\` runs on
its own services. A variable that is empty counts as absent. A secret can be put into a file that
\`<NAME>_FILE\` names. A wrong value, or a name that begins with \`WEATHER247_\` and is none of these,
stops the start with exit code 3 and a message that names every one of them.

${settingsTable()}
`
}

function cliPage(): string {
  const sections: string[] = []
  forEachCommand(createProgram(nothingRan()), (command) => {
    if (command.name() !== 'help') sections.push(sectionOf(command))
  })
  return `# The command line

${MADE}

In a checkout, \`npm run build\` first; then \`npx weather247 <command>\`.

${sections.join('\n\n')}
`
}

function providersPage(): string {
  return `# Providers

${MADE}

The weather APIs in the order they are asked by default; one that needs a key takes part once its key is set. The limits are the published ones, or ours where none is published.
\`WEATHER_PROVIDERS\` sets another order, and \`<PREFIX>_QUOTA\` replaces the limits ([settings](settings.md)).

| provider | id | key | where | products | limits that are kept | commercial use | licence |
| --- | --- | --- | --- | --- | --- | --- | --- |
${PROVIDER_IDS.map(providerRow).join('\n')}

${PROVIDER_IDS.filter(hasReadme).map(readingsOf).join('\n\n')}
`
}

function readmeOf(id: ProviderId): string {
  return `providers/adapters/${id}/README.md`
}

function hasReadme(id: ProviderId): boolean {
  return existsSync(readmeOf(id))
}

function readingsOf(id: ProviderId): string {
  return `## ${providerFacts(id).name}\n\n${readFileSync(readmeOf(id), 'utf8').trim()}`
}

function providerRow(id: ProviderId): string {
  const facts = providerFacts(id)
  const { name, attribution, region, products, commercialUse, key } = facts
  const limits = providerToRead(id).quota.map(
    ({ window, limit }) => `${limit.toLocaleString('en')} per ${window}`,
  )
  const cells = [
    `[${name}](${attribution.url})`,
    `\`${id}\``,
    key === 'none' ? 'none' : `\`${keySetting(facts)}\`, ${key}`,
    region === 'world' ? 'everywhere' : region.join(', '),
    products.join(', '),
    limits.join(', ') || 'none',
    commercialUse,
    attribution.licence,
  ]
  return `| ${cells.join(' | ')} |`
}

function sectionOf(command: Command): string {
  return `## \`${pathOf(command)}\`\n\n\`\`\`text\n${helpOf(command)}\n\`\`\``
}

function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name()
}

/** With the texts before and after, which \`helpInformation\` leaves out. */
function helpOf(command: Command): string {
  let text = ''
  command.configureOutput({ writeOut: (part) => (text += part) })
  command.outputHelp()
  return text.trim()
}
