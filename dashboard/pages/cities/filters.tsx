import { FRESHNESS, type Freshness } from '../../../domain/weather/freshness.ts'
import { FRESHNESS_WORDS } from '../../../domain/weather/freshness-words.ts'
import { path, search, show } from '../../live/location.ts'
import { providers } from '../../live/providers.ts'
import { withQuery } from '../../logic/address.ts'
import type { CityFilters } from '../../logic/city-filters.ts'
import { Choice } from '../../parts/choice.tsx'

const set = (changes: Readonly<Record<string, string | null>>) => {
  show(withQuery(path.value, search.value, changes))
}

const STATES: readonly (readonly [Freshness | 'late' | '', string])[] = [
  ['', 'any'],
  ['late', 'late: stale or worse'],
  ...FRESHNESS.map((name) => [name, FRESHNESS_WORDS[name]] as const),
]

const OUTCOMES = [
  ['', 'any'],
  ['ok', 'ok'],
  ['partial', 'partial'],
  ['failed', 'failed'],
] as const

/** Every filter is a part of the address. */
export const Filters = ({ filters }: { readonly filters: CityFilters }) => (
  <form
    class="filters"
    role="search"
    aria-label="Filter cities"
    onSubmit={(event) => {
      event.preventDefault()
    }}
  >
    <NameFilter q={filters.q} />
    <Choice
      label="Freshness"
      value={filters.late === 'true' ? 'late' : (filters.freshness ?? '')}
      values={STATES}
      choose={(value) => {
        const isLate = value === 'late'
        set({ late: isLate ? 'true' : null, freshness: isLate ? null : value })
      }}
    />
    <Choice
      label="Last try"
      value={filters.outcome ?? ''}
      values={OUTCOMES}
      choose={(outcome) => {
        set({ outcome })
      }}
    />
    <Choice<string>
      label="Source"
      value={filters.provider ?? ''}
      values={[['', 'any'], ...providers.value.map(({ id, name }) => [id, name] as const)]}
      choose={(provider) => {
        set({ provider })
      }}
    />
    <CountryFilter country={filters.country} />
  </form>
)

const NameFilter = ({ q }: Pick<CityFilters, 'q'>) => (
  <label>
    Name begins with
    <input
      type="search"
      value={q ?? ''}
      onChange={(event) => {
        set({ q: event.currentTarget.value })
      }}
    />
  </label>
)

const CountryFilter = ({ country }: Pick<CityFilters, 'country'>) => (
  <label>
    Country
    <input
      type="text"
      size={4}
      maxLength={2}
      placeholder="ISO"
      value={country ?? ''}
      onChange={(event) => {
        set({ country: event.currentTarget.value.toUpperCase() })
      }}
    />
  </label>
)
