import { path, search, show } from '../../live/location.ts'
import { withQuery } from '../../logic/address.ts'
import { KINDS, STATUSES, TRIGGERS, type RunFilters } from '../../logic/run-filters.ts'
import { stateText } from '../../logic/run-state.ts'
import { Choice } from '../../parts/choice.tsx'

const CHOICES = [
  ['kind', 'Job', KINDS],
  ['status', 'Status', STATUSES],
  ['trigger', 'Started by', TRIGGERS],
] as const

export const RunFilterForm = ({ filters }: { readonly filters: RunFilters }) => (
  <form class="filters" role="search" aria-label="Filter runs">
    {CHOICES.map(([name, label, values]) => (
      <Choice<string>
        key={name}
        label={label}
        value={filters[name] ?? ''}
        values={[
          ['', 'any'],
          ...values.map((one) => [one, name === 'status' ? stateText(one) : one] as const),
        ]}
        choose={(value) => {
          show(withQuery(path.value, search.value, { [name]: value }))
        }}
      />
    ))}
  </form>
)
