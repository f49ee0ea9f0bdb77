import { fastify } from 'fastify'
import { printPlace } from './print-place.ts'

/** What Fastify does by itself: one route that answers with as many bytes as its path says. */
const app = fastify()
const bodies = new Map<number, string>()

app.get<{ Params: { bytes: string } }>('/constant/:bytes', (request, reply) => {
  const bytes = Number(request.params.bytes)
  const body = bodies.get(bytes) ?? JSON.stringify({ text: 'x'.repeat(bytes - 11) })
  bodies.set(bytes, body)
  return reply.type('application/json; charset=utf-8').send(body)
})

const url = await app.listen({ host: '127.0.0.1', port: 0 })
printPlace({ url, close: () => app.close() })
