import { ApplicationFailure } from '@temporalio/common'
import { NO_PROVIDER_ANSWERED } from '../contracts/refresh-results.ts'
import { failureOf, type Attempt } from '../domain/provider/attempt.ts'

/** The failure among the causes of an error that says that no provider served the city. */
export function findNoProviderAnswered(error: unknown): ApplicationFailure | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof ApplicationFailure && cause.type === NO_PROVIDER_ANSWERED) return cause
  }
  return undefined
}

export const attemptsOf = (failure: ApplicationFailure | undefined): readonly Attempt[] =>
  (failure?.details?.[0] ?? []) as readonly Attempt[]

/** Markdown for the Web UI: the providers that a city's refresh tried, and their outcomes. */
export const attemptsTable = (title: string, attempts: readonly Attempt[]): string =>
  [
    `**${title}**`,
    '',
    '| provider | products | outcome | reason |',
    '| :--- | :--- | :--- | :--- |',
    ...attempts.map(rowOf),
  ].join('\n')

function rowOf(attempt: Attempt): string {
  const { provider, products, outcome, message } = attempt
  const isFailure = failureOf(attempt) !== undefined
  const cells = [provider, products.join(', '), isFailure ? outcome : 'served', message ?? '']
  return `| ${cells.map(asCell).join(' | ')} |`
}

const asCell = (text: string): string => text.replaceAll(/[|\n\r]+/g, ' ')
