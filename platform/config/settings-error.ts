export interface SettingsProblem {
  /** The variable's name. */
  readonly name: string
  /** What is wrong with it; follows the name. Never contains a secret's value. */
  readonly complaint: string
}

export class SettingsError extends Error {
  override readonly name = 'SettingsError'
  readonly problems: readonly SettingsProblem[]

  constructor(problems: readonly SettingsProblem[], options?: ErrorOptions) {
    const lines = problems.map(({ name, complaint }) => `  ${name} ${complaint}`)
    const [first, ...others] = lines
    const title =
      others.length === 0 ? 'A setting is wrong:' : `${lines.length} settings are wrong:`
    super([title, first, ...others].join('\n'), options)
    this.problems = problems
  }
}
