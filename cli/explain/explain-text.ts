import type { ExplainedAttempt, ExplainedProduct } from '../../domain/provider/explain.ts'

export interface ExplainedCity {
  readonly cityId: number
  readonly name: string
  readonly isActive: boolean
  readonly products: readonly ExplainedProduct[]
}

const moment = (at: Date | string | null): string =>
  at === null ? 'never' : `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`

export function explainText({ cityId, name, isActive, products }: ExplainedCity): string {
  const state = isActive ? '' : ', which is not kept fresh'
  return [`${name} (${cityId})${state}`, ...products.map(productText)].join('\n\n')
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
      ? `  stored   ${stored.provider}${validAt}, confirmed ${moment(stored.confirmedAt)}`
      : '  stored   nothing',
    ...(one.nextDueAt === null ? [] : [`  next due ${moment(one.nextDueAt)}`]),
  ].join('\n')
}

function attemptText({ provider, outcome, message, isAsked }: ExplainedAttempt): string {
  const said = message === undefined ? '' : ` (${message})`
  return `  ${isAsked ? 'asked   ' : 'kept off'} ${provider}: ${outcome}${said}`
}
