import { numberText } from '../logic/format.ts'
import type { Progress } from '../live/progress.ts'
import { spanText } from '../../domain/text/age-text.ts'

/** How far a run has come. */
export function ProgressBar({ progress }: { readonly progress: Progress | null }) {
  if (!progress) return <p class="second">under way</p>
  const { total, done, failed, skipped, joined, rate_per_second: rate, eta_seconds: eta } = progress
  const behind = done + failed + skipped + joined
  const percent = total === 0 ? 0 : Math.round((100 * behind) / total)
  const left = eta ? `, ${eta < 60 ? '' : 'about '}${spanText(eta)} left` : ''
  return (
    <>
      <div
        class="meter"
        role="progressbar"
        aria-label="Progress"
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <span class="very_fresh" style={{ width: `${percent}%` }} />
      </div>
      <p class="second">
        {numberText(behind)} of {numberText(total)}
        {failed > 0 ? `, ${numberText(failed)} failed` : ''}
        {rate > 0 ? `, ${numberText(rate, rate < 10 ? 1 : 0)}/s` : ''}
        {left}
      </p>
    </>
  )
}
