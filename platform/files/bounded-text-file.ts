import { closeSync, openSync, readSync } from 'node:fs'

/** A file that cannot be what it should be; the message follows its name. */
export class TextFileError extends Error {
  override readonly name = 'TextFileError'
}

/**
 * A small text file, read whole: a directory, a device without an end, or a file of another kind is
 * refused before it is believed.
 * @throws TextFileError, and what the system refuses.
 */
export function readBoundedText(file: string, maxBytes: number): string {
  const bytes = readBounded(file, maxBytes + 1)
  if (bytes.length > maxBytes) {
    throw new TextFileError(`is larger than ${maxBytes.toLocaleString('en')} bytes`)
  }
  const nul = bytes.indexOf(0)
  if (nul !== -1) throw new TextFileError(`has a NUL at byte ${nul + 1}`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new TextFileError(`is not UTF-8: see ${firstBadLine(bytes)}`, { cause: error })
  }
}

function readBounded(file: string, maxBytes: number): Buffer {
  const descriptor = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(maxBytes)
    let length = 0
    for (;;) {
      const read = readSync(descriptor, bytes, length, maxBytes - length, null)
      length += read
      if (read === 0 || length === maxBytes) return bytes.subarray(0, length)
    }
  } finally {
    closeSync(descriptor)
  }
}

/** A newline is one byte in every place of UTF-8, so lines can be judged one by one. */
export function firstBadLine(bytes: Buffer): string {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (let start = 0, line = 1; start <= bytes.length; line += 1) {
    const newline = bytes.indexOf(0x0a, start)
    const end = newline === -1 ? bytes.length : newline
    try {
      decoder.decode(bytes.subarray(start, end))
    } catch {
      return `line ${line}`
    }
    start = end + 1
  }
  return 'its end'
}
