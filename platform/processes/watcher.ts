/**
 * Runs a program that cannot notice our death, and ends it when the parent of this watcher is gone:
 *
 *     node watcher.js <graceMs> <command> [args…]
 *
 * The pid of the program is sent over IPC where there is a channel, its exit code becomes ours.
 * Kept free of imports with weight: it starts before everything else and lives as long.
 */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { exitWithParent } from './parent.ts'

export interface WatcherReport {
  readonly pid: number
}

const [graceText = '', command = '', ...args] = process.argv.slice(2)
const graceMs = Number(graceText)
if (!Number.isFinite(graceMs) || command === '') {
  process.stderr.write('usage: watcher <graceMs> <command> [args…]\n')
  process.exit(64)
}

// Before the program exists: a signal in between would end the watcher and leave the program.
let isEnding = false
process.on('SIGTERM', end)
process.on('SIGINT', end)
process.on('SIGHUP', end)
process.on('disconnect', end)
exitWithParent(end)

// Its own process group: a Ctrl+C does not reach it, and what it leaves behind can be ended with it.
const program = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: true })

program.once('error', (error) => {
  process.stderr.write(`cannot start ${command}: ${error.message}\n`)
  process.exit(127)
})
program.once('spawn', () => {
  if (program.pid !== undefined) process.send?.({ pid: program.pid } satisfies WatcherReport)
})
program.once('exit', (code, signal) => {
  killGroup()
  process.exit(signal === null ? (code ?? 1) : 128 + constants.signals[signal])
})

function end(): void {
  if (isEnding) return
  isEnding = true
  program.kill('SIGTERM')
  setTimeout(killGroup, graceMs)
}

function killGroup(): void {
  try {
    if (program.pid !== undefined) process.kill(-program.pid, 'SIGKILL')
  } catch {
    // The group is empty.
  }
}
