import { FRESHNESS } from '../../domain/weather/freshness.ts'
import { FRESHNESS_WORDS } from '../../domain/weather/freshness-words.ts'
import type { FreshnessCounts } from '../logic/freshness-counts.ts'
import { numberText } from '../logic/format.ts'
import { Link } from './link.tsx'
import { Pie } from './pie.tsx'

/** How many cities are how fresh: a bar, and the same in words. */
export function FreshnessBar({ counts }: { readonly counts: FreshnessCounts }) {
  const total = FRESHNESS.reduce((sum, name) => sum + counts[name], 0)
  return (
    <div class="freshness">
      <div class="bar" aria-hidden="true">
        {FRESHNESS.filter((name) => counts[name] > 0).map((name) => (
          <span key={name} class={name} style={{ flexGrow: counts[name] / Math.max(1, total) }} />
        ))}
      </div>
      <ul class="legend">
        {FRESHNESS.map((name) => (
          <li key={name}>
            <Link href={`/cities?freshness=${name}`}>
              <Pie of={name} /> <b>{numberText(counts[name])}</b> {FRESHNESS_WORDS[name]}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
