import type { FastifyRequest } from 'fastify'

/** For a route whose body may be left out: its defaults are meant. */
export async function emptyBodyAsObject(request: FastifyRequest): Promise<void> {
  const body: unknown = request.body
  if (body === undefined || body === null) request.body = {}
}
