#!/usr/bin/env node
import { nothingRan } from './command-runner.ts'
import { explainFailure } from './failure-text.ts'
import { createProgram } from './program.ts'

// Whoever reads us has read enough: `weather247 cities list | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
})

const exit = nothingRan()
try {
  await createProgram(exit).parseAsync()
} catch (error) {
  const { exitCode, text } = explainFailure(error, isDebug())
  if (text !== undefined) console.error(text)
  exit.code = exitCode
}
// A socket that lingers, or a server that is gone, must not hold the command open.
process.exit(exit.code)

function isDebug(): boolean {
  return process.argv.includes('--debug')
}
