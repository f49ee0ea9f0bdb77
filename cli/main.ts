#!/usr/bin/env node
import { nothingRan } from './command-runner.ts'
import { explainFailure } from './failure-text.ts'
import { createProgram } from './program.ts'

// Whoever reads us has read enough: `weather247 cities list | head`. A process that drains at a
// signal has more to do than to be read.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' && process.listenerCount('SIGTERM') === 0) process.exit(0)
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
