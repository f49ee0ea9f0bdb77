import type { Socket } from 'node:net'
import { FrameReader } from './frame-reader.ts'
import { withoutCopyIn } from './copy-in.ts'
import type { Session, SessionClient } from './session.ts'
import { StatementNames } from './statement-names.ts'
import {
  CANCEL_REQUEST,
  FRONTEND,
  GSS_REQUEST,
  PROTOCOL_MAJOR,
  SSL_REQUEST,
  endsCycle,
  errorResponse,
  isKnownType,
  startupParameters,
  welcome,
} from './wire.ts'

export interface ConnectionOptions {
  readonly clientId: number
  readonly session: Session
  readonly parameters: Readonly<Record<string, string>>
}

export const DATABASE_NAME = 'postgres'

/** Speaks the protocol with one client; everything that needs the database goes to the session. */
export class ClientConnection implements SessionClient {
  readonly #socket: Socket
  readonly #options: ConnectionOptions
  readonly #reader = new FrameReader()
  readonly #names: StatementNames
  #frames: Buffer[] = []
  #unitEnds = 0
  #isStarted = false

  constructor(socket: Socket, options: ConnectionOptions) {
    this.#socket = socket
    this.#options = options
    this.#names = new StatementNames(options.clientId)
    socket.setNoDelay(true)
    socket.on('data', (chunk: Buffer) => {
      this.#receive(chunk)
    })
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      options.session.leave(this)
    })
  }

  get hasUnit(): boolean {
    return this.#unitEnds > 0
  }

  takeUnit(): Buffer[] | undefined {
    if (!this.hasUnit) return undefined
    const end = this.#frames.findIndex(endsUnit) + 1
    this.#unitEnds -= 1
    return this.#frames.splice(0, end)
  }

  send(answer: Uint8Array): void {
    if (this.#socket.writable) this.#socket.write(answer)
  }

  evict(): void {
    this.#refuse('25P03', 'terminated: it held the only session too long without using it')
  }

  farewell(): Buffer[] {
    return this.#names.closeAll()
  }

  #receive(chunk: Buffer): void {
    this.#reader.push(chunk)
    try {
      while (!this.#isStarted && this.#socket.writable) {
        const packet = this.#reader.nextStartup()
        if (packet === undefined) return
        this.#start(packet)
      }
      this.#collect()
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      this.#refuse('08P01', error.message)
    }
    if (this.hasUnit) this.#options.session.ask(this)
  }

  #start(packet: Buffer): void {
    const code = packet.length < 8 ? 0 : packet.readInt32BE(4)
    if (code === SSL_REQUEST || code === GSS_REQUEST) {
      this.#socket.write('N')
      return
    }
    if (code === CANCEL_REQUEST) {
      this.#socket.destroySoon()
      return
    }
    const database = startupParameters(packet).get('database') ?? DATABASE_NAME
    if (code >> 16 !== PROTOCOL_MAJOR) this.#refuse('0A000', 'unsupported protocol version')
    else if (database !== DATABASE_NAME) this.#refuse('3D000', `no database "${database}"`)
    else this.#socket.write(welcome(this.#options.parameters, this.#options.clientId))
    this.#isStarted = true
  }

  #collect(): void {
    while (this.#socket.writable) {
      const frame = this.#reader.next()
      if (frame === undefined) return
      if (!isKnownType(frame[0])) throw new RangeError('invalid message type')
      if (frame[0] === FRONTEND.terminate) {
        this.#socket.destroySoon()
        return
      }
      this.#frames.push(this.#names.own(withoutCopyIn(frame)))
      if (endsUnit(frame)) this.#unitEnds += 1
    }
  }

  #refuse(code: string, words: string): void {
    this.send(errorResponse('FATAL', code, words))
    this.#socket.destroySoon()
  }
}

function endsUnit(frame: Buffer): boolean {
  return endsCycle(frame) || frame[0] === FRONTEND.flush
}
