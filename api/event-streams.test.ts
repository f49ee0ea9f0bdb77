import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { FastifyReply } from 'fastify'
import { expect, test, vi } from 'vitest'
import { createEventStreams } from './event-streams.ts'

const mayListen = async (): Promise<boolean> => true

test('a client that left before its stream began is known to have left', () => {
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  response.destroy()
  const reply = { raw: response, hijack: () => undefined, getHeaders: () => ({}) }
  const streams = createEventStreams({ heartbeatMs: 60_000, maxStreams: 1, headers: {} })
  const left = vi.fn()
  streams.open(reply as unknown as FastifyReply, mayListen).onClosed(left)
  expect(left).toHaveBeenCalledOnce()
})
