#!/usr/bin/env node
import { runCommand } from './run-command.ts'

// The reader of a pipe has closed it: `weather247 cities list | head`. A process that drains at a
// signal finishes its work first.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' && process.listenerCount('SIGTERM') === 0) process.exit(0)
  })
}

const exitCode = await runCommand(process.argv.slice(2))
// A socket that lingers, or a server that is gone, must not hold the command open.
process.exit(exitCode)
