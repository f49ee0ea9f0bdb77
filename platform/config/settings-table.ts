import { expectation } from './setting-text.ts'
import { settingFacts, settingNames, type SettingName } from './settings.ts'

/** The settings as a Markdown table, for the documentation and for `--help`. */
export function settingsTable(): string {
  const header = ['| Variable | What it is | Value | Default |', '|---|---|---|---|']
  return [...header, ...settingNames.map(row)].join('\n')
}

function row(name: SettingName): string {
  const facts = settingFacts(name)
  const file = facts.fromFile === true ? ` or \`${name}_FILE\`` : ''
  const kind = facts.secret === true ? `secret: ${expectation(facts)}` : expectation(facts)
  const unit = facts.unit === undefined ? '' : ` (${facts.unit})`
  const otherwise = facts.default === undefined ? '' : `\`${facts.default}\``
  const cells = [`\`${name}\`${file}`, facts.description, `${kind}${unit}`, otherwise]
  return `| ${cells.join(' | ')} |`
}
