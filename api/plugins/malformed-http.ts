import { STATUS_CODES, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { Problem, problemLink, PROBLEM_TYPE, problemText } from '../problem.ts'

/** For a client that is still sending: closed at once, the answer would be lost on the way. */
const LINGER_MS = 1_000

const WHY: Readonly<Record<string, Problem>> = {
  ERR_HTTP_REQUEST_TIMEOUT: refusal(408, 'The request did not arrive in time: send it again.'),
  HPE_HEADER_OVERFLOW: refusal(431, 'The address and the headers are too large together.'),
  HPE_CHUNK_EXTENSIONS_OVERFLOW: refusal(413, 'The extensions of a chunk are too large.'),
}
const NOT_HTTP = refusal(400, 'This cannot be read as a request of HTTP/1.1 (RFC 9112).')
const NO_TUNNEL = refusal(405, 'This server is no proxy: CONNECT is not part of this API.')
const EXPECTATION = refusal(417, 'Only `100-continue` can be expected.')

/** What is refused before there is a request for the framework to handle. */
export function refuseRaw(app: FastifyInstance): void {
  app.server.on('connect', (_request, socket) => refuse(socket, NO_TUNNEL))
  app.server.on('checkExpectation', (_request, response) => {
    const text = problemText(EXPECTATION)
    response.writeHead(EXPECTATION.status, headersFor(EXPECTATION, text)).end(text)
  })
}

/** Node's `clientError`: what cannot be parsed, is too large, or does not arrive in time. */
export function refuseBrokenRequest(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy()
  else refuse(socket, WHY[error.code ?? ''] ?? NOT_HTTP)
}

function refuse(socket: Duplex & { _httpMessage?: ServerResponse | null }, problem: Problem): void {
  // An answer that is on its way already must not get another one in its middle.
  if (socket._httpMessage?.headersSent === true) {
    socket.destroy()
    return
  }
  const text = problemText(problem)
  const headers = Object.entries(headersFor(problem, text)).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  const reason = STATUS_CODES[problem.status] ?? ''
  socket.end(`HTTP/1.1 ${problem.status} ${reason}\r\n${headers.join('')}\r\n${text}`)
  socket.resume()
  const linger = setTimeout(() => socket.destroy(), LINGER_MS)
  socket.once('close', () => clearTimeout(linger))
  socket.on('error', () => socket.destroy())
}

const headersFor = (problem: Problem, text: string): Record<string, string> => ({
  'content-type': PROBLEM_TYPE,
  link: problemLink(problem),
  'content-length': String(Buffer.byteLength(text)),
  connection: 'close',
})

function refusal(status: number, detail: string): Problem {
  return new Problem('invalid-request', detail, { status })
}
