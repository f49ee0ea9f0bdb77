import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import path from 'node:path'

/** Two files of this size is the most one part may fill. */
const MAX_BYTES = 10 * 1024 * 1024

export interface LogFile {
  append: (line: string) => void
  close: () => void
}

/** Appends lines; a full file becomes `<file>.1`. A full disk loses lines, never the process. */
export function openLogFile(file: string, maxBytes = MAX_BYTES): LogFile {
  mkdirSync(path.dirname(file), { recursive: true })
  let descriptor: number | undefined = openSync(file, 'a')
  let bytes = fstatSync(descriptor).size

  const close = () => {
    if (descriptor !== undefined) closeSync(descriptor)
    descriptor = undefined
  }
  const rotate = () => {
    close()
    renameSync(file, `${file}.1`)
    descriptor = openSync(file, 'a')
    bytes = 0
  }
  const append = (line: string) => {
    try {
      if (bytes > maxBytes) rotate()
      if (descriptor !== undefined) bytes += writeSync(descriptor, `${line}\n`)
    } catch {
      // Nothing to tell and nobody to tell it to: the log itself is what failed.
    }
  }
  return { append, close }
}
