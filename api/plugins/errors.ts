import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isTemporalUnavailable } from '../../temporal/unavailable.ts'
import { isDatabaseUnavailable } from '../database-unavailable.ts'
import { Problem } from '../problem.ts'

const RETRY_AFTER_SECONDS = 5

/** Every refusal is `application/problem+json`; what happened inside stays in the log. */
export function answerWithProblems(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error)
    if (problem.status >= 500) request.log.error({ err: error, url: request.url }, 'request failed')
    return send(request, reply, problem)
  })
  app.setNotFoundHandler((request, reply) => {
    const detail = `${request.method} ${pathOf(request)} is not part of this API; see /docs.`
    return send(request, reply, new Problem('not-found', detail))
  })
}

function send(request: FastifyRequest, reply: FastifyReply, problem: Problem) {
  const { kind, status, title, message: detail, extra } = problem
  if (status === 503) reply.header('retry-after', RETRY_AFTER_SECONDS)
  const type = `urn:weather247:problem:${kind}`
  const body = { type, title, status, detail, instance: pathOf(request), kind, ...extra }
  // As text: a route's response schema would cut off what it does not know.
  return reply.code(status).type('application/problem+json').send(JSON.stringify(body))
}

const pathOf = ({ url }: FastifyRequest): string => url.split('?', 1)[0] ?? url

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (isTemporalUnavailable(error)) {
    return new Problem('temporal-unavailable', 'Nothing can be started or looked up right now.')
  }
  if (isDatabaseUnavailable(error)) {
    return new Problem('database-unavailable', 'Nothing can be read right now.')
  }
  if (isFastifyError(error)) return problemOfFastify(error)
  return new Problem('internal', 'The cause is in the log of the server.')
}

const isFastifyError = (error: unknown): error is FastifyError =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('FST_')

function problemOfFastify(error: FastifyError): Problem {
  const { validation, validationContext = 'request', statusCode = 500, message } = error
  if (validation) {
    const errors = validation.map((one) => ({
      in: validationContext,
      field: fieldOf(one),
      message: one.message ?? 'is not valid',
    }))
    const detail = errors.map((one) => `${one.in} ${one.field}: ${one.message}`).join('; ')
    return new Problem('invalid-request', detail, { extra: { errors } })
  }
  if (statusCode >= 500) return new Problem('internal', 'The cause is in the log of the server.')
  return new Problem('invalid-request', message, { status: statusCode })
}

type ValidationError = NonNullable<FastifyError['validation']>[number]

function fieldOf({ instancePath, params }: ValidationError): string {
  const named = params['missingProperty'] ?? params['additionalProperty']
  const path = instancePath.split('/').slice(1)
  if (typeof named === 'string') path.push(named)
  return path.join('.') || '(all of it)'
}
