import { tightestWindow } from '../../domain/quota/lasting-windows.ts'
import { FRESHNESS } from '../../domain/weather/freshness.ts'
import { FRESHNESS_WORDS } from '../../domain/weather/freshness-words.ts'
import { durationText } from '../terminal/format.ts'
import type { Snapshot } from './snapshot.ts'

export interface WatchView {
  readonly url: string
  readonly now: Date
  /** Since when the API has not answered; what is shown is of then. */
  readonly awaySince: Date | null
  /** Columns of the terminal. */
  readonly width: number
}

const CELLS = { very_fresh: '█', fresh: '▓', stale: '▒', very_stale: '░', no_data: '·' } as const

const MAX_BAR = 72
const BUDGET_BAR = 20
const MARKS = { ok: '●', notice: '◕', warning: '◑', critical: '○' } as const

/** The whole screen: how fresh the weather is, what runs, and what is left of the budgets. */
export function watchScreen(snapshot: Snapshot, view: WatchView): string {
  const { dashboard } = snapshot
  return [
    headLine(snapshot, view),
    '',
    verdictLine(snapshot, view),
    freshnessBar(dashboard.weather_stats.freshness_breakdown, Math.min(MAX_BAR, view.width)),
    bucketLine(dashboard.weather_stats.freshness_breakdown),
    '',
    'Schedules',
    ...scheduleLines(snapshot, view.now),
    '',
    'Budgets',
    ...budgetLines(snapshot, view.now),
    '',
    'Runs',
    ...runLines(snapshot, view.now),
  ]
    .map((line) => clipped(line, view.width))
    .join('\n')
}

/** For a log: one line. */
export function watchLine(snapshot: Snapshot, view: Omit<WatchView, 'width'>): string {
  const { freshness_breakdown: buckets } = snapshot.dashboard.weather_stats
  return `${view.now.toISOString()} ${verdictLine(snapshot, view)} ${bucketLine(buckets)}`
}

function headLine({ dashboard }: Snapshot, { url, now }: WatchView): string {
  return `Weather247 · ${dashboard.simulated ? 'demo, simulated data' : 'live'} · ${url} · ${clock(now)} UTC`
}

function verdictLine({ dashboard }: Snapshot, { awaySince }: Pick<WatchView, 'awaySince'>): string {
  if (awaySince) return `○ The API does not answer since ${clock(awaySince)} UTC; this is of then.`
  const { level, sentence } = dashboard.verdict
  return `${MARKS[level]} ${sentence}`
}

type Buckets = Snapshot['dashboard']['weather_stats']['freshness_breakdown']

/** Every bucket that holds a city has a cell, so that one late city of many is seen. */
export function freshnessBar(buckets: Buckets, width: number): string {
  const counts = FRESHNESS.map((name) => ({ cell: CELLS[name], count: buckets[name] }))
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return '·'.repeat(width)
  const cells = counts.map(({ count }) =>
    count === 0 ? 0 : Math.max(1, Math.round((count / total) * width)),
  )
  const widest = cells.indexOf(Math.max(...cells))
  const surplus = cells.reduce((sum, cell) => sum + cell, 0) - width
  return counts
    .map(({ cell }, at) => cell.repeat((cells[at] ?? 0) - (at === widest ? surplus : 0)))
    .join('')
}

const bucketLine = (buckets: Buckets): string =>
  FRESHNESS.map(
    (name) => `${CELLS[name]} ${buckets[name].toLocaleString('en')} ${FRESHNESS_WORDS[name]}`,
  ).join('  ')

function scheduleLines({ dashboard }: Snapshot, now: Date): string[] {
  const { schedules, reason } = dashboard.task_stats
  if (reason !== null) return [`  ${reason}`]
  return schedules.map(({ id, paused, running, next_run_at: next, last_run_status: last }) => {
    const when = paused ? 'paused' : next === null ? 'no next run' : `next ${inText(next, now)}`
    const state = running > 0 ? 'runs now' : last === null ? '' : `last ${last.toLowerCase()}`
    return `  ${id.padEnd(32)} ${when.padEnd(20)} ${state}`.trimEnd()
  })
}

function budgetLines({ quota }: Snapshot, now: Date): string[] {
  return quota.services.map(({ name, windows, parked_until: parked }) => {
    const tightest = tightestWindow(windows)
    const label = `  ${name.padEnd(28)}`
    if (parked !== null) return `${label} paused, asked again ${inText(parked, now)}`
    if (!tightest) return `${label} no limit by the hour, day or month`
    const { used_share: share, window, exhausted_at: out, resets_at: reset } = tightest
    const lasts =
      out === null || share >= 1 ? `resets ${inText(reset, now)}` : `out ${inText(out, now)}`
    const percent = `${Math.round(share * 100)} %`.padStart(5)
    return `${label} ${bar(share)} ${percent} of the ${window.padEnd(6)} ${lasts}`
  })
}

function bar(share: number): string {
  const full = Math.min(BUDGET_BAR, Math.round(share * BUDGET_BAR))
  return '█'.repeat(full) + '░'.repeat(BUDGET_BAR - full)
}

function runLines({ runs }: Snapshot, now: Date): string[] {
  if (runs.length === 0) return ['  None yet.']
  return runs.map(({ name, status, started_at: started, ended_at: ended, task_id: id }) => {
    const endMs = ended === null ? now.getTime() : Date.parse(ended)
    const took = durationText(Math.max(0, endMs - Date.parse(started)))
    const state = ended === null ? `for ${took}` : `${status.toLowerCase()} in ${took}`
    return `  ${clock(new Date(started))} ${name.padEnd(26)} ${state.padEnd(20)} ${id}`
  })
}

function inText(moment: string, now: Date): string {
  const ms = Date.parse(moment) - now.getTime()
  return ms <= 0 ? 'now' : `in ${durationText(ms)}`
}

const clock = (at: Date): string => at.toISOString().slice(11, 19)

const clipped = (line: string, width: number): string =>
  line.length <= width ? line : `${line.slice(0, width - 1)}…`
