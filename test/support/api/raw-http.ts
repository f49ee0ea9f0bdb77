import { connect, type AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'

export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Listens on a free port of this machine alone. */
export async function listening(app: FastifyInstance, host = '127.0.0.1'): Promise<number> {
  await app.listen({ host, port: 0 })
  const [address] = app.addresses()
  return (address as AddressInfo).port
}

/** What comes back for these bytes until the server closes the connection, which it has to. */
function sendRaw(port: number, bytes: string | Buffer, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = ''
    const socket = connect({ port, host })
    socket.setEncoding('latin1')
    socket.on('data', (data) => (received += String(data)))
    socket.once('error', reject)
    socket.once('close', () => resolve(received))
    socket.write(bytes)
  })
}

export async function askRaw(
  port: number,
  bytes: string | Buffer,
  host = '127.0.0.1',
): Promise<RawAnswer> {
  const received = await sendRaw(port, bytes, host)
  const [head = '', body = ''] = received.split('\r\n\r\n', 2)
  const [line = '', ...headers] = head.split('\r\n')
  return {
    status: Number(line.split(' ')[1]),
    headers: Object.fromEntries(
      headers.map((header) => {
        const [name = '', ...value] = header.split(': ')
        return [name.toLowerCase(), value.join(': ')]
      }),
    ),
    body,
  }
}
