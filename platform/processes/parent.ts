import { fstatSync } from 'node:fs'

/** What `exitWithParent` needs of a stdin; `process.stdin` has it. */
export type ParentPipe = NodeJS.ReadableStream & { unref?: () => unknown }

/**
 * Calls `onEnd` once when the process that holds the other end of stdin is gone, even by kill -9.
 * Does nothing, and returns false, when stdin is no pipe: a service manager hands out /dev/null.
 */
export function exitWithParent(onEnd: () => void, stdin: ParentPipe = process.stdin): boolean {
  if (stdin === process.stdin && !isPipe(0)) return false
  let ended = false
  const end = () => {
    if (ended) return
    ended = true
    onEnd()
  }
  stdin.once('end', end)
  stdin.once('close', end)
  stdin.on('error', end)
  stdin.resume()
  stdin.unref?.()
  ignoreBrokenOutput()
  return true
}

/** Calls `onGone` once when this process has been handed to another parent. */
export function watchParent(onGone: () => void, pollMs = 1_000): () => void {
  const parentPid = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parentPid) return
    clearInterval(timer)
    onGone()
  }, pollMs)
  timer.unref()
  return () => {
    clearInterval(timer)
  }
}

/** The parent read our output too; without a listener the next line would end us before our time. */
function ignoreBrokenOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}

function isPipe(descriptor: number): boolean {
  try {
    const stat = fstatSync(descriptor)
    return stat.isFIFO() || stat.isSocket()
  } catch {
    return false
  }
}
