import { TYPE_LENGTH_BYTES } from './wire.ts'

/** PostgreSQL's own bound is 1 GiB. */
const MAX_FRAME_BYTES = 1 << 30
const MAX_STARTUP_BYTES = 10_000

/** Cuts a byte stream into whole messages; keeps big unfinished ones in pieces until they end. */
export class FrameReader {
  #pieces: Buffer[] = []
  #bytes = 0

  push(chunk: Buffer): void {
    this.#pieces.push(chunk)
    this.#bytes += chunk.length
  }

  /** A message without a type byte, as a connection begins with. */
  nextStartup(): Buffer | undefined {
    return this.#next(0, MAX_STARTUP_BYTES)
  }

  next(): Buffer | undefined {
    return this.#next(TYPE_LENGTH_BYTES - 4, MAX_FRAME_BYTES)
  }

  #next(lengthAt: number, maxBytes: number): Buffer | undefined {
    if (this.#bytes < lengthAt + 4) return undefined
    const length = this.#head(lengthAt + 4).readInt32BE(lengthAt)
    if (length < 4 || length > maxBytes) throw new RangeError('invalid message length')
    const total = lengthAt + length
    return this.#bytes < total ? undefined : this.#take(total)
  }

  #head(bytes: number): Buffer {
    const [first] = this.#pieces
    return first !== undefined && first.length >= bytes ? first : this.#joined()
  }

  #take(bytes: number): Buffer {
    const [first] = this.#pieces
    const whole = first !== undefined && first.length >= bytes ? first : this.#joined()
    const rest = whole.subarray(bytes)
    this.#pieces.shift()
    if (rest.length > 0) this.#pieces.unshift(rest)
    this.#bytes -= bytes
    return whole.subarray(0, bytes)
  }

  #joined(): Buffer {
    const whole = Buffer.concat(this.#pieces)
    this.#pieces = [whole]
    return whole
  }
}
