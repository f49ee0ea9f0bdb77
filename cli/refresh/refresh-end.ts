import type { RefreshAllCitiesResult } from '../../contracts/refresh-results.ts'
import type { NamedCity } from '../../contracts/tally.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { citiesText, durationText } from '../terminal/format.ts'

/** How a refresh that was waited for has ended. */
export type RefreshEnd =
  | { readonly kind: 'finished'; readonly result: RefreshAllCitiesResult }
  | { readonly kind: 'broken'; readonly reason: string }

export function exitCodeOf(end: RefreshEnd): ExitCode {
  if (end.kind === 'broken') return EXIT.failed
  const { status, failed, left } = end.result
  return status === 'completed' && failed === 0 && left === 0 ? EXIT.ok : EXIT.failed
}

/** The end for people: the counts, then who failed and why. */
export function endText(end: RefreshEnd): string {
  if (end.kind === 'broken') return `The refresh ended without a result: ${end.reason}`
  const { result } = end
  const counts: [number, string][] = [
    [result.ok, 'refreshed'],
    [result.partial, 'refreshed in part'],
    [result.skipped, 'fresh already'],
    [result.joined, 'joined another run'],
    [result.failed, 'failed'],
    [result.left, 'left for the next run'],
  ]
  const parts = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
  const title = TITLES[result.status]
  const list = parts.length === 0 ? 'nothing to do' : parts.join(', ')
  const sum = `${title} in ${durationText(result.durationMs)}: ${citiesText(result.total)}, ${list}.`
  return [
    sum,
    ...providerLines(result),
    ...passLines(result),
    ...missingLines(result),
    ...failureLines(result),
    ...leftLines(result),
    ...checkLines(result),
  ].join('\n')
}

const TITLES: Readonly<Record<RefreshAllCitiesResult['status'], string>> = {
  completed: 'Completed',
  completed_partial: 'Completed in part',
  failed: 'Failed',
  cancelled: 'Cancelled',
  timed_out: 'Out of time',
  expired: 'Expired',
}

function providerLines({ providers }: RefreshAllCitiesResult): string[] {
  return Object.entries(providers).map(([id, { served, failures }]) => {
    const failed = kindsText(failures)
    const trouble = failed === '' ? '' : `; failures: ${failed}`
    return `  ${id}: served ${citiesText(served)}${trouble}`
  })
}

const kindsText = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([kind, count]) => `${count} × ${kind}`)
    .join(', ')

/** How many passes there were, and why cities were given up. */
function passLines({ passes = 1, givenUp = {} }: RefreshAllCitiesResult): string[] {
  const reasons = kindsText(givenUp)
  if (passes === 1 && reasons === '') return []
  const many = passes === 1 ? 'one pass' : `${passes} passes`
  return [`  ${many}${reasons === '' ? '' : `; given up: ${reasons}`}`]
}

const missingLines = ({ missing = {} }: RefreshAllCitiesResult): string[] =>
  Object.entries(missing).map(
    ([product, { cities, sample }]) => `  without ${product}: ${namesText(sample, cities)}`,
  )

function namesText(sample: readonly NamedCity[], count: number): string {
  const names = sample.map(({ cityId, name }) => `${name} (id ${cityId})`).join(', ')
  const more = count - sample.length
  return more > 0 ? `${names} and ${more} more` : names
}

function failureLines({ failures, failed }: RefreshAllCitiesResult): string[] {
  const lines = failures.map(({ cityId, name, attempts }) => {
    const tried = attempts.map(({ provider, outcome }) => `${provider} ${outcome}`)
    return `  ✗ ${name} (id ${cityId}): ${tried.length === 0 ? 'no provider was available' : tried.join(', ')}`
  })
  const more = failed - failures.length
  return more > 0 && lines.length > 0 ? [...lines, `  and ${more} more`] : lines
}

function checkLines({ checked }: RefreshAllCitiesResult): string[] {
  if (!checked || checked.flagged + checked.asked === 0) return []
  const { flagged, asked, disagreed } = checked
  return [
    `  second opinions on ${citiesText(asked)}: ${disagreed} disagree; values of ${citiesText(flagged)} are flagged`,
  ]
}

function leftLines({ leftSample, left }: RefreshAllCitiesResult): string[] {
  if (leftSample.length === 0) return []
  return [`  left: ${namesText(leftSample, left)}`]
}
