import { nothingRan } from './command-runner.ts'
import { explainFailure } from './errors/failure-text.ts'
import { noteMistyped } from './terminal/mistyped-note.ts'
import { createProgram } from './program.ts'
import { note } from './terminal/output.ts'

/** Runs the command line and reports a failure; resolves with the exit status. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const exit = nothingRan()
  try {
    await createProgram(exit).hook('preAction', noteMistyped).parseAsync(args, { from: 'user' })
    return exit.code
  } catch (error) {
    const { exitCode, text } = explainFailure(error, args.includes('--debug'))
    if (text !== undefined) note(text)
    return exitCode
  }
}
