import { path, replace, search } from '../../live/location.ts'
import { withQuery } from '../../logic/address.ts'
import { KINDS, STATUSES, TRIGGERS, type RunFilters } from '../../logic/run-filters.ts'

interface ChoiceProps {
  readonly name: 'kind' | 'status' | 'trigger'
  readonly label: string
  readonly values: readonly string[]
  readonly value: string | undefined
}

function Choice({ name, label, values, value }: ChoiceProps) {
  return (
    <label>
      {label}
      <select
        value={value ?? ''}
        onChange={(event) => {
          replace(withQuery(path.value, search.value, { [name]: event.currentTarget.value }))
        }}
      >
        <option value="">any</option>
        {values.map((one) => (
          <option key={one} value={one}>
            {one.toLowerCase()}
          </option>
        ))}
      </select>
    </label>
  )
}

export function RunFilterForm({ filters }: { readonly filters: RunFilters }) {
  return (
    <form class="filters" role="search" aria-label="Filter runs">
      <Choice name="kind" label="Job" values={KINDS} value={filters.kind} />
      <Choice name="status" label="Status" values={STATUSES} value={filters.status} />
      <Choice name="trigger" label="Started by" values={TRIGGERS} value={filters.trigger} />
    </form>
  )
}
