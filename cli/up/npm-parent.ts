import { readFileSync } from 'node:fs'
import { watchParent } from '../../platform/processes/index.ts'

const POLL_MS = 1_000

/**
 * Calls `onGone` once when npm has ended: it runs a script in a shell, which outlives it and stays
 * our parent, so the parent's parent is watched too.
 */
export function watchNpmParent(onGone: () => void): void {
  let isGone = false
  const goneOnce = () => {
    if (isGone) return
    isGone = true
    onGone()
  }
  watchParent(goneOnce, POLL_MS)
  watchChange(() => parentOf(process.ppid), goneOnce, POLL_MS)
}

export function watchChange(
  look: () => number | undefined,
  onChange: () => void,
  everyMs: number,
): void {
  const first = look()
  const timer = setInterval(() => {
    if (look() === first) return
    clearInterval(timer)
    onChange()
  }, everyMs)
  timer.unref()
}

/** Undefined where there is no /proc: there the parent alone is watched. */
export function parentOf(pid: number): number | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The program's name, in parentheses, may itself hold spaces and parentheses.
    const [, parent] = line.slice(line.lastIndexOf(')') + 2).split(' ')
    return Number(parent)
  } catch {
    return undefined
  }
}
