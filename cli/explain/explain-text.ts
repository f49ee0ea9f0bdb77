import type { CityDoubts } from '../../db/queries/city-doubts.ts'
import { spanText } from '../../domain/text/age-text.ts'
import type { ExplainedAttempt, ExplainedProduct } from '../../domain/provider/explain.ts'

export interface ExplainedCity {
  readonly cityId: number
  readonly name: string
  readonly isActive: boolean
  readonly products: readonly ExplainedProduct[]
  readonly doubts: CityDoubts
}

const moment = (at: Date | string | null): string =>
  at === null ? 'never' : `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`

export function explainText({ cityId, name, isActive, products, doubts }: ExplainedCity): string {
  const state = isActive ? '' : ', which is not kept fresh'
  return [`${name} (${cityId})${state}`, ...products.map(productText), doubtsText(doubts)]
    .filter((part) => part !== '')
    .join('\n\n')
}

function doubtsText({ flags, disagreements, opinion }: CityDoubts): string {
  const asked = opinion && `second opinion: ${opinion.provider} on ${moment(opinion.askedAt)}`
  return [
    ...flags.map(
      ({ provider, flag, field, since, until, value }) =>
        `flagged: ${provider} ${field} ${flag} at ${value ?? '?'} since ${moment(since)}${until ? ` until ${moment(until)}` : ''}`,
    ),
    ...disagreements.map(
      ({ provider, otherProvider, kinds, startedAt, endedAt }) =>
        `disagreement: ${provider} and ${otherProvider} on ${kinds.join(', ')} since ${moment(startedAt)}${endedAt ? ` until ${moment(endedAt)}` : ''}`,
    ),
    ...(asked === null ? [] : [asked]),
  ].join('\n')
}

function productText(one: ExplainedProduct): string {
  const run = one.runId === null ? '' : ` in ${one.runId}`
  const { stored } = one
  const validAt = stored?.validAt ? `, valid at ${moment(stored.validAt)}` : ''
  return [
    `${one.product}: last refreshed ${moment(one.refreshedAt)}${run}`,
    ...one.tried.map(attemptText),
    ...one.skipped.map(({ provider, why }) => `  skipped  ${provider}: ${why}`),
    stored
      ? `  stored   ${stored.provider}${validAt}, confirmed ${moment(stored.confirmedAt)}, by ${stored.runId}`
      : '  stored   nothing',
    ...(one.nextDueAt === null ? [] : [`  next due ${dueText(one, one.nextDueAt)}`]),
  ].join('\n')
}

function attemptText({ provider, outcome, message, isAsked }: ExplainedAttempt): string {
  const said = message === undefined ? '' : ` (${message})`
  return `  ${isAsked ? 'asked   ' : 'kept off'} ${provider}: ${outcome}${said}`
}

function dueText({ isDueByPlan, isLate, periodSeconds }: ExplainedProduct, at: Date): string {
  const by = isDueByPlan
    ? ` by the plan, which refreshes it every ${spanText(periodSeconds)} at the most quiet hour`
    : ''
  return `${moment(at)}${by}${isLate ? '; it is late' : ''}`
}
