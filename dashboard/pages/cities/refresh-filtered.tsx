import { useState } from 'preact/hooks'
import { answerOf, api, type Answer } from '../../api.ts'
import { definedOf, type CityFilters } from '../../logic/city-filters.ts'
import { numberText } from '../../logic/format.ts'
import { whyNot } from '../../live/session.ts'
import { RefreshDialog } from '../../parts/refresh-dialog.tsx'

/** The API takes so many by name; beyond it the whole is meant. */
const MAX_NAMED = 100

interface RefreshFilteredProps {
  readonly filters: CityFilters
  readonly total: number | undefined
  readonly shown: Answer<'/api/weather/cities'>['cities'] | undefined
}

/** Acts on what is filtered: named where they are few, else on all that are due. */
export function RefreshFiltered({ filters, total, shown }: RefreshFilteredProps) {
  const [ids, setIds] = useState<number[] | null>(null)
  const [isAll, setAll] = useState(false)
  if (total === undefined || total === 0) return null
  const isFew = total <= MAX_NAMED
  const refusal = whyNot('operate')
  const open = async () => {
    if (refusal !== null) return
    if (!isFew) setAll(true)
    else if (shown?.length === total) setIds(shown.map(({ id }) => id))
    else setIds(await idsOf(filters))
  }
  const text = isFew
    ? `Refresh ${total === 1 ? 'this city' : `these ${numberText(total)}`} …`
    : 'Refresh all that are due …'
  return (
    <span class="action">
      <button
        type="button"
        aria-disabled={refusal !== null}
        title={refusal ?? undefined}
        onClick={() => void open()}
      >
        {text}
      </button>
      {refusal === null ? null : <small class="refusal">{refusal}</small>}
      {ids ? (
        <RefreshDialog
          title={`Refresh ${ids.length === 1 ? '1 city' : `${numberText(ids.length)} cities`}`}
          request={{ cities: ids, force: true, fan_out: 'bulk' }}
          close={() => {
            setIds(null)
          }}
        />
      ) : null}
      {isAll ? (
        <RefreshDialog
          title="Refresh all cities that are due"
          request={{}}
          close={() => {
            setAll(false)
          }}
        />
      ) : null}
    </span>
  )
}

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
