import { CHANGES, type ScheduleChange } from '../../temporal/schedules.ts'

/** `refresh-all-cities updated: cadence: every 15 min → every 30 min; stays paused (quiet week)`. */
export function changeText({ id, change, differences, pausedWith }: ScheduleChange): string {
  const what = differences.length > 0 ? `: ${differences.join(', ')}` : ''
  const staysPaused = pausedWith !== null && change !== 'deleted'
  return `${id} ${change}${what}${staysPaused ? `; stays paused (${pausedWith})` : ''}`
}

/** `2 changes: 1 created, 1 updated, 3 unchanged`. */
export function changesText(changes: readonly ScheduleChange[], isDryRun: boolean): string {
  const countOf = (kind: ScheduleChange['change']): number =>
    changes.filter(({ change }) => change === kind).length
  const total = changes.length - countOf('unchanged')
  const parts = CHANGES.filter((kind) => countOf(kind) > 0).map(
    (kind) => `${countOf(kind)} ${kind}`,
  )
  const text = `${total} ${total === 1 ? 'change' : 'changes'}: ${parts.join(', ')}`
  return isDryRun ? `${text} (dry run: nothing was changed)` : text
}
