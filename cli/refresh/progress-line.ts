import { etaSeconds, type RefreshProgress } from '../../contracts/refresh-progress.ts'
import { citiesText, durationText } from '../terminal/format.ts'

/** How many cities have an outcome, whatever it is. */
export const settledOf = ({ done, failed, skipped, joined }: RefreshProgress): number =>
  done + failed + skipped + joined

/** One line for a place where nothing can be redrawn. */
export function progressLine(progress: RefreshProgress): string {
  const { total, ratePerSecond } = progress
  const settled = settledOf(progress)
  return `${settled} of ${citiesText(total)} (${percentOf(settled, total)} %), ${details(progress)}, ${ratePerSecond.toFixed(1)} cities/s, ${remainingText(progress)}`
}

export function details({ done, failed, skipped, joined }: RefreshProgress): string {
  const parts = [`${done} refreshed`, `${failed} failed`]
  if (skipped > 0) parts.push(`${skipped} fresh already`)
  if (joined > 0) parts.push(`${joined} joined`)
  return parts.join(', ')
}

export function remainingText(progress: RefreshProgress): string {
  const seconds = etaSeconds(progress)
  if (seconds === null) return 'time left unknown'
  return seconds === 0 ? 'done' : `about ${durationText(seconds * 1_000)} left`
}

const percentOf = (part: number, total: number): number =>
  total === 0 ? 100 : Math.floor((part / total) * 100)
