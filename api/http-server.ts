import { createServer } from 'node:http'
import type { FastifyServerFactory } from 'fastify'
import type { HttpLimits } from './http-limits.ts'
import type { AnswerMemory } from './plugins/answer-memory.ts'

/** Node's server: what the memory answers, the framework does not see. */
export const httpServer =
  (limits: HttpLimits, memory: AnswerMemory): FastifyServerFactory =>
  (handle) => {
    const server = createServer(
      {
        headersTimeout: limits.headersMs,
        requestTimeout: limits.requestMs,
        keepAliveTimeout: limits.keepAliveMs,
        connectionsCheckingInterval: limits.checkEveryMs,
        maxHeaderSize: limits.headerBytes,
        // Node's own refusal of a request without it is no problem document.
        requireHostHeader: false,
      },
      (request, response) => {
        if (!memory.answered(request, response)) handle(request, response)
      },
    )
    server.setTimeout(limits.idleMs)
    return server
  }
