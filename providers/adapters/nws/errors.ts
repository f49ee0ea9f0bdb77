import { Type } from 'typebox'
import { ProviderError } from '../../../domain/provider/provider-error.ts'
import { wireParser } from '../../wire-values.ts'
import type { Step } from './requests.ts'

/** RFC 9457, as the API answers; its content network answers with an HTML page. */
const Problem = Type.Object({
  type: Type.String({ pattern: '^https://api\\.weather\\.gov/problems/' }),
  title: Type.Optional(Type.String()),
})

/** Outside of the country, or at sea, where offices write no forecast of this kind. */
const NOT_COVERED = /\/(?:InvalidPoint|MarineForecastNotSupported)$/

const parseProblem = wireParser('NWS problem', Problem)

/**
 * An office that has sent no data answers 503 for its own grids (`ForecastGridExpired`,
 * `UnavailableWebService`), a station or cell that cannot be computed 500 (`UnexpectedProblem`).
 * A point belongs to no office, so its failure is the service's.
 */
export function interpretError(
  step: Step,
  status: number,
  body: string,
): ProviderError | undefined {
  if (status === 403) {
    return new ProviderError('unauthorized', 'NWS refused our User-Agent', { status })
  }
  const problem = problemOf(body)
  if (status === 404 && problem && NOT_COVERED.test(problem.type)) {
    return new ProviderError('not-covered', 'NWS has no data for the point', { status })
  }
  if (status < 500 || !problem || step.kind === 'point') return undefined
  const said = `NWS ${subjectOf(step)}: ${problem.title ?? `answered ${status}`}`
  return new ProviderError('place-unavailable', said, { status })
}

const subjectOf = (step: Exclude<Step, { kind: 'point' }>): string =>
  step.kind === 'observation'
    ? `station ${step.stations.ids[0] ?? ''}`
    : `office ${step.grid.office}`

function problemOf(body: string): ReturnType<typeof parseProblem> | undefined {
  try {
    return parseProblem(JSON.parse(body))
  } catch {
    return undefined
  }
}
