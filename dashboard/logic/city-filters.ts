import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import { FRESHNESS, type Freshness } from '../../domain/weather/freshness.ts'

const SORTS = ['age', 'name', 'id'] as const
const OUTCOMES = ['ok', 'partial', 'failed'] as const

export interface CityFilters {
  readonly q: string | undefined
  readonly freshness: Freshness | undefined
  readonly late: 'true' | 'false' | undefined
  readonly outcome: (typeof OUTCOMES)[number] | undefined
  readonly country: string | undefined
  /** One that is unknown the API refuses. */
  readonly provider: ProviderId | undefined
  readonly sort: (typeof SORTS)[number]
  readonly cursor: string | undefined
}

const oneOf = <T extends string>(values: readonly T[], text: string | null): T | undefined =>
  values.find((value) => value === text)

const textOf = (text: string | null, matches: RegExp): string | undefined =>
  text !== null && matches.test(text) ? text : undefined

/** Of an address; what it says wrongly counts as not said. */
export const cityFiltersOf = (query: URLSearchParams): CityFilters => ({
  q: textOf(query.get('q')?.trim() ?? null, /^.{1,100}$/u),
  freshness: oneOf(FRESHNESS, query.get('freshness')),
  late: oneOf(['true', 'false'], query.get('late')),
  outcome: oneOf(OUTCOMES, query.get('outcome')),
  country: textOf(query.get('country'), /^[A-Za-z]{2}$/),
  provider: textOf(query.get('provider'), /^[a-z-]{1,40}$/) as ProviderId | undefined,
  sort: oneOf(SORTS, query.get('sort')) ?? 'age',
  cursor: query.get('cursor') ?? undefined,
})

/** What the API is asked; what is not filtered is left out. */
export const definedOf = <T extends object>(filters: T) =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)) as {
    [Name in keyof T]?: Exclude<T[Name], undefined>
  }
