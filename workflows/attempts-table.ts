import { failureOf, type Attempt } from '../domain/attempt.ts'

/** Markdown for the Web UI: whom a city's refresh asked, and what came of it. */
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
