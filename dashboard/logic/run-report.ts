import { numberText, wordsOf } from './format.ts'

/** One reason why cities were not served, of all providers' failures. */
export interface Cause {
  readonly provider: string
  readonly kind: string
  readonly cities: number
}

export interface NamedCity {
  readonly cityId: number
  readonly name: string
}

/** What a refresh of many cities says of itself when it has ended. */
export interface RunReport {
  readonly status: string
  readonly total: number
  readonly counts: readonly (readonly [string, number])[]
  readonly served: readonly (readonly [string, number])[]
  readonly causes: readonly Cause[]
  readonly failed: readonly NamedCity[]
  readonly left: readonly NamedCity[]
}

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {}

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0)

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : []

const COUNTED = ['ok', 'partial', 'failed', 'joined', 'left', 'skipped', 'fallbacks'] as const

/** Undefined where it is the result of another job: those say a sentence of their own. */
export function runReportOf(result: unknown): RunReport | undefined {
  const fields = fieldsOf(result)
  if (typeof fields['total'] !== 'number' || typeof fields['providers'] !== 'object') {
    return undefined
  }
  const providers = Object.entries(fieldsOf(fields['providers']))
  return {
    status: String(fields['status']),
    total: fields['total'],
    counts: COUNTED.map((name) => [name, numberOf(fields[name])] as const).filter(
      ([, count]) => count > 0,
    ),
    served: providers
      .map(([provider, tally]) => [provider, numberOf(fieldsOf(tally)['served'])] as const)
      .filter(([, cities]) => cities > 0),
    causes: providers.flatMap(([provider, tally]) => causesOf(provider, tally)).sort(byCities),
    failed: listOf(fields['failures']).flatMap(cityOf),
    left: listOf(fields['leftSample']).flatMap(cityOf),
  }
}

const byCities = (one: Cause, other: Cause): number => other.cities - one.cities

const causesOf = (provider: string, tally: unknown): Cause[] =>
  Object.entries(fieldsOf(fieldsOf(tally)['failures'])).map(([kind, cities]) => ({
    provider,
    kind,
    cities: numberOf(cities),
  }))

function cityOf(value: unknown): NamedCity[] {
  const { cityId, name } = fieldsOf(value)
  return typeof cityId === 'number' && typeof name === 'string' ? [{ cityId, name }] : []
}

/** The sentence of a job that is no refresh of many cities. */
export function messageOf(result: unknown): string | undefined {
  const { message } = fieldsOf(result)
  return typeof message === 'string' ? message : undefined
}

export const countsText = (report: RunReport): string =>
  [
    `${numberText(report.total)} ${report.total === 1 ? 'city' : 'cities'}`,
    ...report.counts.map(([name, count]) => `${numberText(count)} ${wordsOf(name)}`),
  ].join(', ')
