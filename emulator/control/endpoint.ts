import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'

import { json, type Answer } from '../exchange.ts'
import { forEachProvider } from '../provider-names.ts'
import type { EmulatorControl } from './control.ts'
import { SCENES } from '../scenes.ts'
import { faultListSchema, faultSchema, limitSchema, sceneSchema } from './schemas.ts'

interface ControlRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: string
}

class BadControlInput extends Error {}

type Handler = (control: EmulatorControl, request: ControlRequest) => Answer

const DONE: Answer = { status: 204, headers: {}, body: '' }

function done(effect: () => void): Answer {
  effect()
  return DONE
}

const HANDLERS: Record<string, Handler> = {
  'GET /_control/faults': (control) => json(control.listFaults()),
  'PUT /_control/faults': (control, { body }) =>
    done(() => control.setFaults(parse(faultListSchema, body))),
  'POST /_control/faults': (control, { body }) =>
    done(() => control.addFault(parse(faultSchema, body))),
  'DELETE /_control/faults': (control) => done(control.clearFaults),
  'GET /_control/limits': (control) => json(control.listLimits()),
  'PUT /_control/limits': (control, { body }) =>
    done(() => control.setLimits(parse(limitSchema, body))),
  'DELETE /_control/limits': (control) => done(control.clearLimits),
  'GET /_control/scene': (control) => json(sceneBody(control)),
  'PUT /_control/scene': (control, { body }) =>
    done(() => control.setScene(parse(sceneSchema, body).name)),
  'DELETE /_control/scene': (control) => done(control.clearScene),
  'GET /_control/stats': (control, { query }) => json(statsBody(control, query.has('places'))),
  'DELETE /_control/stats': (control) => done(control.resetStats),
}

export function answerControl(control: EmulatorControl, request: ControlRequest): Answer {
  const handler = HANDLERS[`${request.method} ${request.path}`]
  if (!handler) return json({ error: `${request.method} ${request.path} does not exist` }, 404)
  try {
    return handler(control, request)
  } catch (error) {
    if (error instanceof BadControlInput) return json({ error: error.message }, 400)
    throw error
  }
}

function sceneBody(control: EmulatorControl): unknown {
  const name = control.scene()
  return name === null ? null : { name, ...SCENES[name] }
}

function statsBody(control: EmulatorControl, hasPlaces: boolean): unknown {
  const stats = control.stats()
  return forEachProvider((provider) => {
    const { placeCounts, ...rest } = stats[provider]
    return hasPlaces ? { ...rest, placeCounts: Object.fromEntries(placeCounts) } : rest
  })
}

function parse<T extends TSchema>(schema: T, body: string): Static<T> {
  const input = parseJson(body)
  if (Value.Check(schema, input)) return input
  const problem = Value.Errors(schema, input).find(({ message }) => message !== 'schema is false')
  throw new BadControlInput(describe(problem))
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new BadControlInput('the body is not JSON')
  }
}

interface Problem {
  readonly instancePath: string
  readonly message: string
  readonly params: object
}

function describe(problem: Problem | undefined): string {
  if (!problem) return 'the input is not valid'
  const field = problem.instancePath.slice(1).replaceAll('/', '.') || 'the input'
  const details = Object.values(problem.params).flat().map(String).join(', ')
  return details === '' ? `${field} ${problem.message}` : `${field} ${problem.message} (${details})`
}
