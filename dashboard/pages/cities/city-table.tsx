import type { Answer } from '../../api.ts'
import { nowMs } from '../../live/clock.ts'
import { go, path, search } from '../../live/location.ts'
import { temperatureUnit } from '../../live/preferences.ts'
import { withCursor, withQuery } from '../../logic/address.ts'
import type { CityFilters } from '../../logic/city-filters.ts'
import { numberText } from '../../logic/format.ts'
import { Link } from '../../parts/link.tsx'
import { Table } from '../../parts/table.tsx'
import { CityRow } from './city-row.tsx'

/** Above it the exact number says no more. */
const COUNTED_UP_TO = 10_000

export type Cities = Answer<'/api/weather/cities'>

interface CityTableProps {
  readonly page: Cities
  readonly filters: CityFilters
}

export function CityTable({ page, filters: { sort, cursor } }: CityTableProps) {
  const total = page.total ?? page.cities.length
  return (
    <>
      <p class="second" role="status">
        {total > COUNTED_UP_TO ? `over ${numberText(COUNTED_UP_TO)}` : numberText(total)}{' '}
        {total === 1 ? 'city' : 'cities'}
      </p>
      <Table
        class="wide"
        label="Table of cities"
        columns={[
          { head: <SortHead key="name" sort={sort} by="name" text="City" /> },
          'Weather',
          { number: temperatureUnit.value },
          { head: <SortHead key="age" sort={sort} by="age" text="Age" /> },
          'Source',
          'Last try',
        ]}
      >
        {page.cities.map((city) => (
          <CityRow key={city.id} city={city} now={nowMs.value} />
        ))}
      </Table>
      <Paging isFirst={cursor === undefined} next={page.next_cursor} />
    </>
  )
}

const ORDERS = { age: ['descending', ' ▼'], name: ['ascending', ' ▲'] } as const

interface SortHeadProps {
  readonly sort: CityFilters['sort']
  readonly by: keyof typeof ORDERS
  readonly text: string
}

function SortHead({ sort, by, text }: SortHeadProps) {
  const [order, arrow] = ORDERS[by]
  return (
    <th scope="col" aria-sort={sort === by ? order : undefined}>
      <Link href={withQuery(path.value, search.value, { sort: by })}>
        {text}
        {sort === by ? arrow : ''}
      </Link>
    </th>
  )
}

interface PagingProps {
  readonly isFirst: boolean
  readonly next: string | null
}

function Paging({ isFirst, next }: PagingProps) {
  if (isFirst && next === null) return null
  return (
    <nav class="paging" aria-label="Pages of the table">
      {isFirst ? null : (
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
            go(withCursor(path.value, search.value, next))
          }}
        >
          Next ›
        </button>
      )}
    </nav>
  )
}
