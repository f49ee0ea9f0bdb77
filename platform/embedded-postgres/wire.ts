/** The parts of PostgreSQL's wire protocol 3.0 that a gateway has to understand. */

export const SSL_REQUEST = 80_877_103
export const GSS_REQUEST = 80_877_104
export const CANCEL_REQUEST = 80_877_102
export const PROTOCOL_MAJOR = 3

export const TYPE_LENGTH_BYTES = 5

const letter = (text: string) => text.charCodeAt(0)

export const FRONTEND = {
  bind: letter('B'),
  close: letter('C'),
  describe: letter('D'),
  execute: letter('E'),
  flush: letter('H'),
  functionCall: letter('F'),
  copyData: letter('d'),
  copyDone: letter('c'),
  copyFail: letter('f'),
  parse: letter('P'),
  password: letter('p'),
  query: letter('Q'),
  sync: letter('S'),
  terminate: letter('X'),
} as const

const KNOWN_TYPES: ReadonlySet<number> = new Set(Object.values(FRONTEND))
const CYCLE_ENDS: ReadonlySet<number> = new Set([
  FRONTEND.query,
  FRONTEND.sync,
  FRONTEND.functionCall,
])

export function isKnownType(type: number | undefined): boolean {
  return type !== undefined && KNOWN_TYPES.has(type)
}

/** Whether the server answers this message with ReadyForQuery. */
export function endsCycle(frame: Buffer): boolean {
  return CYCLE_ENDS.has(frame[0] ?? 0)
}

export function message(type: string, body: Buffer = Buffer.alloc(0)): Buffer {
  const frame = Buffer.allocUnsafe(TYPE_LENGTH_BYTES + body.length)
  frame.write(type, 0, 'latin1')
  frame.writeInt32BE(4 + body.length, 1)
  body.copy(frame, TYPE_LENGTH_BYTES)
  return frame
}

export function text(...strings: string[]): Buffer {
  return Buffer.from(strings.map((string) => `${string}\0`).join(''))
}

function int32(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(4)
  bytes.writeInt32BE(value)
  return bytes
}

export const query = (sql: string) => message('Q', text(sql))
export const sync = () => message('S')
export const closeStatement = (name: string) => message('C', text(`S${name}`))
export const readyForQuery = () => message('Z', Buffer.from('I'))

export function errorResponse(severity: 'ERROR' | 'FATAL', code: string, words: string): Buffer {
  return message('E', text(`S${severity}`, `V${severity}`, `C${code}`, `M${words}`, ''))
}

/** What a server sends to a client after authentication. */
export function welcome(parameters: Readonly<Record<string, string>>, clientId: number): Buffer {
  return Buffer.concat([
    message('R', int32(0)),
    ...Object.entries(parameters).map(([name, value]) => message('S', text(name, value))),
    message('K', Buffer.concat([int32(clientId), int32(0)])),
    readyForQuery(),
  ])
}

/** The name=value pairs of a StartupMessage, after its length and version. */
export function startupParameters(packet: Buffer): ReadonlyMap<string, string> {
  const strings = packet.subarray(8).toString('utf8').split('\0')
  const pairs = new Map<string, string>()
  for (let i = 0; i + 1 < strings.length && strings[i] !== ''; i += 2) {
    pairs.set(strings[i] ?? '', strings[i + 1] ?? '')
  }
  return pairs
}

export type TransactionStatus = 'idle' | 'open' | 'failed'

/** Read from the ReadyForQuery that ends an answer; undefined when the answer has none. */
export function statusAtEnd(answer: Uint8Array): TransactionStatus | undefined {
  const tail = Buffer.from(answer.subarray(-6))
  if (tail.length < 6 || tail.toString('latin1', 0, 5) !== 'Z\0\0\0\x05') return undefined
  const status = String.fromCharCode(tail[5] ?? 0)
  return status === 'I' ? 'idle' : status === 'T' ? 'open' : 'failed'
}
