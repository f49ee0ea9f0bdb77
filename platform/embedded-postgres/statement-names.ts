import { FRONTEND, TYPE_LENGTH_BYTES, closeStatement, message } from './wire.ts'

const STATEMENT = 'S'.charCodeAt(0)

/**
 * Prepared statements belong to a connection, but here all connections share one session:
 * each client's statement names get a prefix, and are closed when the client leaves.
 */
export class StatementNames {
  readonly #prefix: string
  readonly #prepared = new Set<string>()

  constructor(clientId: number) {
    this.#prefix = `c${clientId}_`
  }

  own(frame: Buffer): Buffer {
    const type = frame[0]
    if (type === FRONTEND.parse) return this.#renamed(frame, TYPE_LENGTH_BYTES)
    if (type === FRONTEND.bind) return this.#renamed(frame, frame.indexOf(0, TYPE_LENGTH_BYTES) + 1)
    const isTarget = type === FRONTEND.describe || type === FRONTEND.close
    if (!isTarget || frame[TYPE_LENGTH_BYTES] !== STATEMENT) return frame
    return this.#renamed(frame, TYPE_LENGTH_BYTES + 1)
  }

  closeAll(): Buffer[] {
    const frames = [...this.#prepared].map(closeStatement)
    this.#prepared.clear()
    return frames
  }

  #renamed(frame: Buffer, nameAt: number): Buffer {
    const nameEnd = frame.indexOf(0, nameAt)
    if (nameEnd <= nameAt) return frame
    const name = `${this.#prefix}${frame.toString('utf8', nameAt, nameEnd)}`
    if (frame[0] === FRONTEND.parse) this.#prepared.add(name)
    if (frame[0] === FRONTEND.close) this.#prepared.delete(name)
    const before = frame.subarray(TYPE_LENGTH_BYTES, nameAt)
    const type = String.fromCharCode(frame[0] ?? 0)
    return message(type, Buffer.concat([before, Buffer.from(name), frame.subarray(nameEnd)]))
  }
}
