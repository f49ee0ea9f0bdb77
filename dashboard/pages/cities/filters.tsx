import { FRESHNESS } from '../../../domain/weather/freshness.ts'
import { path, replace, search } from '../../live/location.ts'
import { withQuery } from '../../logic/address.ts'
import type { CityFilters } from '../../logic/city-filters.ts'
import { FRESHNESS_WORDS } from '../../logic/freshness-counts.ts'

const set = (changes: Readonly<Record<string, string | null>>) => {
  replace(withQuery(path.value, search.value, changes))
}

const STATES = [
  ['', 'any'],
  ['late', 'late: stale or worse'],
  ...FRESHNESS.map((name) => [name, FRESHNESS_WORDS[name]] as const),
] as const

/** Every filter is a part of the address. */
export function Filters({ filters }: { readonly filters: CityFilters }) {
  return (
    <form
      class="filters"
      role="search"
      aria-label="Filter cities"
      onSubmit={(event) => {
        event.preventDefault()
      }}
    >
      <label>
        Name begins with
        <input
          type="search"
          value={filters.q ?? ''}
          onChange={(event) => {
            set({ q: event.currentTarget.value })
          }}
        />
      </label>
      <label>
        Freshness
        <select
          value={filters.late === 'true' ? 'late' : (filters.freshness ?? '')}
          onChange={({ currentTarget: { value } }) => {
            set(
              value === 'late'
                ? { late: 'true', freshness: null }
                : { late: null, freshness: value },
            )
          }}
        >
          {STATES.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </label>
      <label>
        Last try
        <select
          value={filters.outcome ?? ''}
          onChange={(event) => {
            set({ outcome: event.currentTarget.value })
          }}
        >
          <option value="">any</option>
          <option value="ok">ok</option>
          <option value="partial">partial</option>
          <option value="failed">failed</option>
        </select>
      </label>
      <label>
        Country
        <input
          type="text"
          size={4}
          maxLength={2}
          placeholder="ISO"
          value={filters.country ?? ''}
          onChange={(event) => {
            set({ country: event.currentTarget.value.toUpperCase() })
          }}
        />
      </label>
    </form>
  )
}
