import { csvText } from '../../../domain/text/csv.ts'
import { answerOf, api } from '../../api.ts'
import { definedOf, type CityFilters } from '../../logic/city-filters.ts'
import { Action } from '../../parts/action.tsx'

const PER_PAGE = 1_000

const COLUMNS = [
  'id',
  'name',
  'country',
  'latitude',
  'longitude',
  'confirmed_at',
  'outcome',
] as const

/** What is filtered, all pages of it, as a file for a spreadsheet. */
export const CsvButton = ({ filters }: { readonly filters: CityFilters }) => (
  <Action
    role="read"
    label="Save these cities as CSV"
    act={async () => {
      const rows = await rowsOf(filters)
      const url = URL.createObjectURL(new Blob([csvText(COLUMNS, rows)], { type: 'text/csv' }))
      const link = Object.assign(document.createElement('a'), { href: url, download: 'cities.csv' })
      link.click()
      URL.revokeObjectURL(url)
      return null
    }}
  >
    CSV
  </Action>
)

async function rowsOf(filters: CityFilters) {
  const rows: (string | number | null)[][] = []
  let cursor: string | undefined
  do {
    const page = await pageFrom(filters, cursor)
    for (const { id, name, country, latitude, longitude, last_refresh: last } of page.cities) {
      const { conditions_confirmed_at: confirmed, outcome } = last
      rows.push([id, name, country, latitude, longitude, confirmed, outcome])
    }
    cursor = page.next_cursor ?? undefined
  } while (cursor !== undefined)
  return rows
}

function pageFrom(filters: CityFilters, cursor: string | undefined) {
  const query = {
    ...definedOf({ ...filters, cursor }),
    is_active: 'true',
    limit: PER_PAGE,
  } as const
  return answerOf(api.GET('/api/weather/cities', { params: { query } }))
}
