import type { Freshness } from '../../../domain/weather/freshness.ts'
import { shadeAt } from '../../logic/map-shading.ts'
import { Pie } from '../pie.tsx'

interface MapLegendProps {
  /** Of each class in order; one without a name does not occur. */
  readonly names: readonly string[]
  readonly hidden: ReadonlySet<Freshness>
  readonly change: (hidden: ReadonlySet<Freshness>) => void
}

/** What the shades mean; each class is a switch. */
export const MapLegend = ({ names, hidden, change }: MapLegendProps) => (
  <ul class="legend switches" aria-label="What the map shows">
    {names.map((name, index) =>
      name === '' ? null : (
        <li key={name}>
          <label>
            <input
              type="checkbox"
              checked={!hidden.has(shadeAt(index))}
              onChange={() => {
                change(toggled(hidden, shadeAt(index)))
              }}
            />
            <Pie of={shadeAt(index)} /> {name}
          </label>
        </li>
      ),
    )}
  </ul>
)

function toggled(hidden: ReadonlySet<Freshness>, name: Freshness): ReadonlySet<Freshness> {
  const next = new Set(hidden)
  if (!next.delete(name)) next.add(name)
  return next
}
