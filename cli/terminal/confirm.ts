import { createInterface } from 'node:readline/promises'
import { terminalText } from './output.ts'

/** The answer typed at the terminal, no by default; undefined where there is no terminal. */
export async function confirmed(question: string): Promise<boolean | undefined> {
  const { stdin: input, stderr: output } = process
  if (!input.isTTY || !output.isTTY) return undefined
  const terminal = createInterface({ input, output })
  try {
    const answer = await terminal.question(`${terminalText(question)} [y/N] `)
    return /^y(es)?$/i.test(answer.trim())
  } finally {
    terminal.close()
  }
}
