import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'

const MAX_WAIT_MS = 120_000
const POLL_MS = 50

let own: { readonly address: string; readonly lock: string } | undefined

/** That of this file, if it has used one. */
export const claimedTemporalAddress = (): string | undefined => own?.address

/**
 * The Temporal server of this file: files that run at the same time never share one. A file is the
 * lock of each server, for vitest's own pool ids are not unique after one group of projects has
 * followed another.
 */
export function ownTemporalAddress(): string {
  own ??= claimServer()
  return own.address
}

/** Lets the next test file have the server. */
export function releaseTemporalServer(): void {
  if (own) rmSync(own.lock, { force: true })
  own = undefined
}

process.on('exit', releaseTemporalServer)

function claimServer() {
  const { addresses, lockDir } = inject('temporalServers')
  const deadlineMs = Date.now() + MAX_WAIT_MS
  do {
    for (const [index, address] of addresses.entries()) {
      const lock = join(lockDir, `${index}.lock`)
      if (isTaken(lock)) return { address, lock }
    }
    // Blocks the process on purpose: the address is needed before anything else can start.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MS)
  } while (Date.now() < deadlineMs)
  throw new Error(`none of ${addresses.length} Temporal servers became free`)
}

/** The lock appears with its owner's process id in it, so that one left by a killed process is known. */
function isTaken(lock: string): boolean {
  const mine = `${lock}.${process.pid}`
  writeFileSync(mine, String(process.pid))
  try {
    if (isAbandoned(lock)) rmSync(lock, { force: true })
    linkSync(mine, lock)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(mine, { force: true })
  }
}

function isAbandoned(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
