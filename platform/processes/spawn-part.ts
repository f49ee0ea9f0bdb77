import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PartSpec } from './part-spec.ts'

export function spawnPart(spec: PartSpec, args: readonly string[]): ChildProcess {
  // Detached: a Ctrl+C in the terminal reaches us alone, and we decide the order.
  const options = { env: spec.env, detached: true, windowsHide: true } as const
  if (!spec.foreign) {
    return spawn(spec.command, args, { ...options, stdio: ['pipe', 'pipe', 'pipe'] })
  }
  return spawn(
    process.execPath,
    [...watcherArgs(), String(spec.stopGraceMs), spec.command, ...args],
    {
      ...options,
      stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    },
  )
}

function watcherArgs(): string[] {
  const extension = path.extname(import.meta.url)
  const entry = fileURLToPath(new URL(`./watcher${extension}`, import.meta.url))
  return extension === '.ts' ? ['--import', 'tsx', entry] : [entry]
}
