// Writes the pages that are made from the code; with --check it only says whether they are up to date.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { format, resolveConfig } from 'prettier'
import { nothingRan } from '../cli/command-runner.ts'
import { createProgram, forEachCommand } from '../cli/program.ts'
import { settingsTable } from '../platform/settings-table.ts'

const MADE = '<!-- Made by `npm run docs:generate` from the code: change it there. -->'

const pages: Readonly<Record<string, string>> = {
  'docs/settings.md': settingsPage(),
  'docs/cli.md': cliPage(),
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
