import { answerOf, api, type Answer } from '../api.ts'
import { nowMs } from '../live/clock.ts'
import { go, path, query, replace, search } from '../live/location.ts'
import { temperatureUnit } from '../live/preferences.ts'
import { useResource } from '../live/resource.ts'
import { withQuery } from '../logic/address.ts'
import { cityFiltersOf, definedOf, type CityFilters } from '../logic/city-filters.ts'
import { numberText } from '../logic/format.ts'
import { CityMap } from '../parts/city-map.tsx'
import { Link } from '../parts/link.tsx'
import { Part } from '../parts/part.tsx'
import { Filters } from './cities/filters.tsx'
import { CityRow } from './cities/city-row.tsx'
import { RefreshFiltered } from './cities/refresh-filtered.tsx'

const LIMIT = 50
/** Above it the exact number says no more. */
const COUNTED_UP_TO = 10_000

type Page = Answer<'/api/weather/cities'>

/** Which cities are late, where, and why? */
export function CitiesPage() {
  const filters = cityFiltersOf(query.value)
  const page = useResource(`cities ${search.value}`, () => listed(filters))
  return (
    <>
      <h1 tabIndex={-1}>Cities</h1>
      <section class="part" aria-label="Map">
        <CityMap />
      </section>
      <Part
        title="As a table"
        resource={page}
        lines={12}
        aside={
          <RefreshFiltered filters={filters} total={page.data?.total} shown={page.data?.cities} />
        }
      >
        {(data) => (
          <>
            <Filters filters={filters} />
            {data.cities.length === 0 ? <NoCity /> : <Table page={data} filters={filters} />}
          </>
        )}
      </Part>
    </>
  )
}

const listed = (filters: CityFilters): Promise<Page> =>
  answerOf(
    api.GET('/api/weather/cities', {
      params: {
        query: {
          ...definedOf(filters),
          is_active: 'true',
          latest: 'true',
          total: 'true',
          limit: LIMIT,
        },
      },
    }),
  )

function Table({ page, filters }: { readonly page: Page; readonly filters: CityFilters }) {
  const total = page.total ?? page.cities.length
  return (
    <>
      <p class="second" role="status">
        {total > COUNTED_UP_TO ? `over ${numberText(COUNTED_UP_TO)}` : numberText(total)}{' '}
        {total === 1 ? 'city' : 'cities'}
      </p>
      <div class="scroll" tabIndex={0} role="region" aria-label="Table of cities">
        <table>
          <thead>
            <tr>
              <SortHead filters={filters} by="name">
                City
              </SortHead>
              <th scope="col">Weather</th>
              <th scope="col" class="number">
                {temperatureUnit.value}
              </th>
              <SortHead filters={filters} by="age">
                Age
              </SortHead>
              <th scope="col">Source</th>
              <th scope="col">Last try</th>
            </tr>
          </thead>
          <tbody>
            {page.cities.map((city) => (
              <CityRow key={city.id} city={city} now={nowMs.value} />
            ))}
          </tbody>
        </table>
      </div>
      <Paging filters={filters} next={page.next_cursor} />
    </>
  )
}

interface SortHeadProps {
  readonly filters: CityFilters
  readonly by: CityFilters['sort']
  readonly children: string
}

function SortHead({ filters, by, children }: SortHeadProps) {
  const isSorted = filters.sort === by
  return (
    <th scope="col" aria-sort={isSorted ? (by === 'age' ? 'descending' : 'ascending') : undefined}>
      <Link href={withQuery(path.value, search.value, { sort: by })}>
        {children}
        {isSorted ? (by === 'age' ? ' ▼' : ' ▲') : ''}
      </Link>
    </th>
  )
}

function Paging({
  filters,
  next,
}: {
  readonly filters: CityFilters
  readonly next: string | null
}) {
  if (filters.cursor === undefined && next === null) return null
  return (
    <nav class="paging" aria-label="Pages of the table">
      {filters.cursor === undefined ? null : (
        <>
          <Link href={withQuery(path.value, search.value, {})}>First page</Link>
          <button
            type="button"
            class="small"
            onClick={() => {
              history.back()
            }}
          >
            ‹ Back
          </button>
        </>
      )}
      {next === null ? null : (
        <button
          type="button"
          class="small"
          onClick={() => {
            go(`${withQuery(path.value, search.value, { next: null })}${nextText(next)}`)
          }}
        >
          Next ›
        </button>
      )}
    </nav>
  )
}

const nextText = (cursor: string): string => {
  const text = new URLSearchParams({ cursor }).toString()
  return withQuery(path.value, search.value, {}).includes('?') ? `&${text}` : `?${text}`
}

const NoCity = () => (
  <p class="empty">
    No city matches.{' '}
    <button
      type="button"
      class="small"
      onClick={() => {
        replace(path.value)
      }}
    >
      Clear the filters
    </button>
  </p>
)
