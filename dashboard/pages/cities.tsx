import { answerOf, api } from '../api.ts'
import { path, query, search, show } from '../live/location.ts'
import { useResource } from '../live/resource.ts'
import { withQuery } from '../logic/address.ts'
import { cityFiltersOf, definedOf, type CityFilters } from '../logic/city-filters.ts'
import { colouringOf, COLOURINGS } from '../logic/map-shading.ts'
import { Choice } from '../parts/choice.tsx'
import { CityMap } from '../parts/map/city-map.tsx'
import { NoMatch } from '../parts/no-match.tsx'
import { Part } from '../parts/part.tsx'
import { Title } from '../parts/title.tsx'
import { Filters } from './cities/filters.tsx'
import { CityTable, type Cities } from './cities/city-table.tsx'
import { CsvButton } from './cities/csv-button.tsx'
import { RefreshFiltered } from './cities/refresh-filtered.tsx'

const LIMIT = 50

/** Which cities are late, where, and why? */
export function CitiesPage() {
  const filters = cityFiltersOf(query.value)
  const page = useResource(`cities ${search.value}`, () => listed(filters))
  return (
    <>
      <Title text="Cities" />
      <Where />
      <Part
        title="As a table"
        resource={page}
        lines={12}
        aside={
          <span class="actions">
            <RefreshFiltered filters={filters} total={page.data?.total} shown={page.data?.cities} />
            <CsvButton filters={filters} />
          </span>
        }
      >
        {(data) => (
          <>
            <Filters filters={filters} />
            {data.cities.length === 0 ? (
              <NoMatch>No city matches.</NoMatch>
            ) : (
              <CityTable page={data} filters={filters} />
            )}
          </>
        )}
      </Part>
    </>
  )
}

const listed = (filters: CityFilters): Promise<Cities> =>
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

const COLOURS = COLOURINGS.map((one) => [one, one] as const)

/** What its colours mean is a part of the address, too. */
function Where() {
  const colouring = colouringOf(query.value.get('colour'))
  return (
    <section class="part" aria-label="Map">
      <div class="filters">
        <Choice
          label="Colour"
          value={colouring}
          values={COLOURS}
          choose={(colour) => {
            show(withQuery(path.value, search.value, { colour: colour === 'age' ? null : colour }))
          }}
        />
      </div>
      <CityMap colouring={colouring} />
    </section>
  )
}
