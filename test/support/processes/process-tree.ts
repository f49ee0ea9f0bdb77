import { execFileSync } from 'node:child_process'

interface Row {
  readonly pid: number
  readonly parent: number
  readonly command: string
}

function processes(): Row[] {
  return execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => {
      const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
      return pid && parent
        ? [{ pid: Number(pid), parent: Number(parent), command: command ?? '' }]
        : []
    })
}

/** A process and everything it has started, down to the last. */
export function processTree(root: number): Row[] {
  const all = processes()
  const found = all.filter(({ pid }) => pid === root)
  for (const { pid } of found) found.push(...all.filter(({ parent }) => parent === pid))
  return found
}

/** Which of them still run. */
export function stillRunning(rows: readonly Row[]): Row[] {
  const now = new Map(processes().map((row) => [row.pid, row.command]))
  return rows.filter(({ pid, command }) => now.get(pid) === command)
}
