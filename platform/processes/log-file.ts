import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import path from 'node:path'

/** Two files of this size is the most one part may fill. */
const MAX_BYTES = 10 * 1024 * 1024

/**
 * Appends lines; a full file becomes `<file>.1`. A full disk loses lines, never the process: the
 * number of lost lines is written with the next one.
 */
export class LogFile {
  readonly #file: string
  readonly #maxBytes: number
  #descriptor: number | undefined
  #bytes = 0
  #lostLines = 0
  #isClosed = false

  constructor(file: string, maxBytes = MAX_BYTES) {
    this.#file = file
    this.#maxBytes = maxBytes
    mkdirSync(path.dirname(file), { recursive: true })
    this.#open()
  }

  append(line: string): void {
    if (this.#isClosed) return
    try {
      if (this.#bytes > this.#maxBytes) this.#rotate()
      if (this.#lostLines > 0) {
        this.#write(`(${this.#lostLines} lines are lost: this file could not be written)`)
      }
      this.#lostLines = 0
      this.#write(line)
    } catch {
      // It cannot be logged: the log itself is what failed.
      this.#lostLines += 1
      this.#release()
    }
  }

  close(): void {
    this.#isClosed = true
    this.#release()
  }

  #open(): number {
    const opened = openSync(this.#file, 'a')
    this.#bytes = fstatSync(opened).size
    this.#descriptor = opened
    return opened
  }

  #rotate(): void {
    this.#release()
    renameSync(this.#file, `${this.#file}.1`)
  }

  #write(line: string): void {
    const descriptor = this.#descriptor ?? this.#open()
    this.#bytes += writeSync(descriptor, `${line}\n`)
  }

  #release(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor)
    this.#descriptor = undefined
  }
}
