import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ReceivedEvent {
  readonly id: string
  readonly type: string
  readonly subject: string
  readonly data: Readonly<Record<string, unknown>>
  readonly isSigned: boolean
}

export interface WebhookReceiver {
  readonly url: string
  /** What it took, in order. */
  readonly taken: readonly ReceivedEvent[]
  /** How often it was asked while it was down. */
  readonly refused: number
  isDown: boolean
  close(): Promise<void>
}

/** A receiver that verifies signatures as its documentation says, with no code of the product. */
export async function startWebhookReceiver(secret: string): Promise<WebhookReceiver> {
  const taken: ReceivedEvent[] = []
  let refused = 0
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      if (receiver.isDown) {
        refused++
        response.writeHead(503).end()
        return
      }
      const {
        'webhook-id': id,
        'webhook-timestamp': at,
        'webhook-signature': said,
      } = request.headers
      const expected = createHmac('sha256', key)
        .update(`${String(id)}.${String(at)}.${body}`)
        .digest('base64')
      const event = JSON.parse(body) as Omit<ReceivedEvent, 'id' | 'isSigned'>
      taken.push({ ...event, id: String(id), isSigned: said === `v1,${expected}` })
      response.writeHead(204).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?token=planted-receiver-token`,
    taken,
    get refused() {
      return refused
    },
    isDown: false,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return receiver
}
