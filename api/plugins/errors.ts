import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { SCHEDULE_IDS } from '../../contracts/schedule-definition.ts'
import { MissingScheduleError } from '../../temporal/missing-schedule-error.ts'
import { isTemporalUnavailable } from '../../temporal/unavailable.ts'
import { isDatabaseUnavailable } from '../../db/queries/faults.ts'
import { methodsByPath } from './methods-by-path.ts'
import { Problem, problemLink, PROBLEM_TYPE, problemText } from '../problem.ts'

const RETRY_AFTER_SECONDS = 5

/** Every refusal is `application/problem+json`; what happened inside stays in the log. */
export function answerWithProblems(app: FastifyInstance): void {
  app.setErrorHandler(answerError)
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    done()
  })
  const methodsOf = methodsByPath(app)
  app.setNotFoundHandler((request, reply) => {
    const asked = `${request.method} ${pathOf(request.originalUrl)}`
    const methods = methodsOf(pathOf(request.url))
    if (methods.length === 0) {
      const detail = `${asked} is not part of this API; see /docs.`
      return send(request, reply, new Problem('not-found', detail))
    }
    const allow = methods.join(', ')
    const detail = `${asked} is not part of this API; this address has ${allow}.`
    return send(request, reply.header('allow', allow), new Problem('method-not-allowed', detail))
  })
}

/** Also for what fails before a route is found. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error)
  if (isFault(problem)) request.log.error({ err: error, url: request.url }, 'request failed')
  send(request, reply, problem)
}

/** A crowd that finds no place, or a server that closes, is no fault to look for. */
const isFault = ({ status, kind }: Problem): boolean =>
  status >= 500 && kind !== 'too-many-listeners' && kind !== 'closing'

function send(request: FastifyRequest, reply: FastifyReply, problem: Problem) {
  if (problem.status === 503) reply.header('retry-after', RETRY_AFTER_SECONDS)
  reply.headers(problem.headers)
  // As text: a route's response schema would cut off what it does not know.
  return reply
    .code(problem.status)
    .type(PROBLEM_TYPE)
    .header('link', problemLink(problem))
    .send(problemText(problem, pathOf(request.originalUrl), idOf(request, problem)))
}

/** The log has the cause under this id. */
const idOf = ({ id }: FastifyRequest, { status }: Problem) =>
  status >= 500 ? { request_id: id } : {}

const pathOf = (url: string): string => url.split('?', 1)[0] ?? url

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof MissingScheduleError) {
    const detail = `The Temporal server has no schedule ${error.scheduleId}: run \`weather247 schedules apply\`.`
    return new Problem('unknown-schedule', detail, { extra: { ids: SCHEDULE_IDS } })
  }
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

const FRAMEWORK_DETAILS: Readonly<Record<string, string>> = {
  FST_ERR_BAD_URL: 'The address is not percent-encoded UTF-8.',
  FST_ERR_MAX_PARAM_LENGTH: 'A part of the address is too long.',
}

function problemOfFastify(error: FastifyError): Problem {
  const { validation, validationContext = 'request', statusCode = 500, message, code } = error
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
  const detail = FRAMEWORK_DETAILS[code] ?? message
  return new Problem('invalid-request', detail, { status: statusCode })
}

type ValidationError = NonNullable<FastifyError['validation']>[number]

function fieldOf({ instancePath, params }: ValidationError): string {
  const named = params['missingProperty'] ?? params['additionalProperty']
  const path = instancePath.split('/').slice(1)
  if (typeof named === 'string') path.push(named)
  return path.join('.') || '(all of it)'
}
