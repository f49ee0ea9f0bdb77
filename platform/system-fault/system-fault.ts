import { accessSync, constants, statfsSync } from 'node:fs'
import path from 'node:path'
import { FAULT_TEXTS, faultCodeIn, isFaultCode, type FaultCode } from './system-fault-codes.ts'
import { listenFaultText } from '../processes/ports.ts'

/** A refusal of the operating system, for people. */
export interface SystemFault {
  readonly code: string
  /** What is wrong, and where. */
  readonly message: string
  /** What to do about it, where the message does not say it. */
  readonly next?: string
}

/** Below this, what writes a page of a database or a line of a log fails. */
const FULL_BELOW_BYTES = 1024 * 1024
const MAX_DEPTH = 8

/** Undefined where nothing in the error, its causes or its parts came from the system. */
export function systemFaultOf(error: unknown, place?: string): SystemFault | undefined {
  for (const one of errorsOf(error, MAX_DEPTH)) {
    const fault = listenFault(one) ?? fileFault(one, place)
    if (fault !== undefined) return fault
  }
  return undefined
}

/** For programs that report a fault only in their output, or not at all: the place is examined too. */
export function systemFaultAt(
  place: string,
  words: readonly string[] = [],
): SystemFault | undefined {
  const code = faultCodeIn(words) ?? faultNow(place)
  return code === undefined ? undefined : faultText(code, place)
}

interface ListenError {
  readonly code: string
  readonly address: string
  readonly port: number
}

/** The API is what listens on a port of the settings. */
function listenFault(error: object): SystemFault | undefined {
  if (!('syscall' in error) || error.syscall !== 'listen' || !('port' in error)) return undefined
  const { code, address, port } = error as object as ListenError
  return { code, message: listenFaultText({ host: address, port, setting: 'PORT' }, error) }
}

function fileFault(error: object, place: string | undefined): SystemFault | undefined {
  const code = codeOf(error)
  if (code === undefined) return undefined
  const where = 'path' in error && typeof error.path === 'string' ? error.path : place
  return faultText(code, where)
}

function faultText(code: FaultCode, where: string | undefined): SystemFault {
  const { what, next } = FAULT_TEXTS[code]
  const room = ROOM_MATTERS.has(code) && where !== undefined ? roomText(where) : ''
  return { code, message: `${what}${where === undefined ? '' : `: ${where}`}${room}`, next }
}

const ROOM_MATTERS = new Set<FaultCode>(['ENOSPC', 'EDQUOT'])

/** Node has a name; PGlite, whose file system is Emscripten's, has only its number. */
function codeOf(error: object): FaultCode | undefined {
  if ('code' in error && isFaultCode(error.code)) return error.code
  const isEmscripten = 'name' in error && error.name === 'ErrnoError' && 'errno' in error
  return isEmscripten ? EMSCRIPTEN_CODES[Number(error.errno)] : undefined
}

/** From `emscripten/system/lib/libc/musl/arch/emscripten/bits/errno.h`. */
const EMSCRIPTEN_CODES: Readonly<Record<number, FaultCode>> = {
  2: 'EACCES',
  19: 'EDQUOT',
  22: 'EFBIG',
  29: 'EIO',
  31: 'EISDIR',
  32: 'ELOOP',
  33: 'EMFILE',
  37: 'ENAMETOOLONG',
  41: 'ENFILE',
  44: 'ENOENT',
  51: 'ENOSPC',
  54: 'ENOTDIR',
  63: 'EPERM',
  69: 'EROFS',
}

function faultNow(place: string): FaultCode | undefined {
  const room = roomAt(place)
  if (room !== undefined && room.freeBytes < FULL_BELOW_BYTES) return 'ENOSPC'
  try {
    if (room !== undefined) accessSync(room.directory, constants.R_OK | constants.W_OK)
  } catch (error) {
    if (error instanceof Object) return codeOf(error)
  }
  return undefined
}

const roomText = (where: string): string => {
  const room = roomAt(where)
  return room === undefined || room.freeBytes === Infinity
    ? ''
    : ` (${bytesText(room.freeBytes)} free)`
}

/** Of the place itself, or of the directory it would be made in. */
function roomAt(place: string): { directory: string; freeBytes: number } | undefined {
  for (let directory = path.resolve(place); ; directory = path.dirname(directory)) {
    try {
      const { bavail, bsize, blocks } = statfsSync(directory)
      // What keeps nothing on a disk, such as /proc, has no blocks at all.
      return { directory, freeBytes: blocks === 0 ? Infinity : bavail * bsize }
    } catch {
      if (directory === path.dirname(directory)) return undefined
    }
  }
}

const bytesText = (bytes: number): string =>
  bytes < FULL_BELOW_BYTES
    ? `${bytes.toLocaleString('en')} bytes`
    : `${Math.round(bytes / FULL_BELOW_BYTES).toLocaleString('en')} MB`

function* errorsOf(error: unknown, depth: number): Generator<object> {
  if (!(error instanceof Object) || depth === 0) return
  yield error
  if (error instanceof AggregateError) {
    for (const one of error.errors) yield* errorsOf(one, depth - 1)
  }
  if ('cause' in error) yield* errorsOf(error.cause, depth - 1)
}
