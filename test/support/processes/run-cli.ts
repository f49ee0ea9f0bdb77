import { execFile } from 'node:child_process'
import { PROGRAM } from './program.ts'

export interface CliRun {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** `weather247 …` in a process of its own, without a terminal, with these variables and `PATH` only. */
export function runCli(
  args: readonly string[],
  variables: Readonly<Record<string, string | undefined>>,
): Promise<CliRun> {
  const env = { PATH: process.env['PATH'], ...variables }
  return new Promise((resolve) => {
    execFile(process.execPath, [...PROGRAM, ...args], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}
