import { answerOf, api, type Answer } from '../../api.ts'
import { definedOf, type CityFilters } from '../../logic/city-filters.ts'
import { numberText } from '../../logic/format.ts'
import { RefreshButton } from '../../parts/refresh-button.tsx'

/** The API takes that many by name. */
const MAX_NAMED = 100

interface RefreshFilteredProps {
  readonly filters: CityFilters
  readonly total: number | undefined
  readonly shown: Answer<'/api/weather/cities'>['cities'] | undefined
}

/** Acts on what is filtered: on nothing else, and on all that are due where nothing is. */
export function RefreshFiltered({ filters, total, shown }: RefreshFilteredProps) {
  if (total === undefined || total === 0) return null
  if (total > MAX_NAMED) {
    return isFiltered(filters) ? (
      <p class="second">Filter to {MAX_NAMED} cities or fewer to refresh them.</p>
    ) : (
      <RefreshButton title="Refresh all cities that are due" request={() => Promise.resolve({})}>
        Refresh all that are due …
      </RefreshButton>
    )
  }
  const known = shown?.length === total ? shown.map(({ id }) => id) : undefined
  return (
    <RefreshButton
      title={`Refresh ${total === 1 ? '1 city' : `${numberText(total)} cities`}`}
      request={async () => ({
        cities: known ?? (await idsOf(filters)),
        force: true,
        fan_out: 'bulk',
      })}
    >
      {`Refresh ${total === 1 ? 'this city' : `these ${numberText(total)}`} …`}
    </RefreshButton>
  )
}

const isFiltered = ({ sort: _, cursor: __, ...filters }: CityFilters): boolean =>
  Object.keys(definedOf(filters)).length > 0

async function idsOf(filters: CityFilters): Promise<number[]> {
  const query = {
    ...definedOf({ ...filters, cursor: undefined }),
    is_active: 'true',
    limit: MAX_NAMED,
  }
  const { cities } = await answerOf(
    api.GET('/api/weather/cities', { params: { query: { ...query, is_active: 'true' } } }),
  )
  return cities.map(({ id }) => id)
}
