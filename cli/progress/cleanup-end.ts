import Table from 'cli-table3'
import type { CleanupResult } from '../../contracts/cleanup.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { countText, durationText } from '../quantities.ts'
import type { TaskEnd } from './watch-task.ts'

export const cleanupExitCode = (end: TaskEnd<CleanupResult>): ExitCode =>
  end.kind === 'finished' && end.result.status === 'completed' ? EXIT.ok : EXIT.failed

/** The end for people: rows by table, and what is left to do. */
export function cleanupEndText(end: TaskEnd<CleanupResult>): string {
  if (end.kind === 'broken') return `The cleanup ended without a result: ${end.reason}`
  const { deleted, totalDeleted, dryRun, durationMs, left } = end.result
  const rows = countText(totalDeleted, 'row', 'rows')
  const sum = dryRun ? `Would delete ${rows}.` : `Deleted ${rows} in ${durationText(durationMs)}.`
  const counts = Object.entries(deleted).filter(([, count]) => count > 0)
  const table = new Table({
    head: ['Table', dryRun ? 'Rows to delete' : 'Rows deleted'],
    colAligns: ['left', 'right'],
    style: { head: [], border: [] },
  })
  table.push(...counts.map(([name, count]) => [name, count.toLocaleString('en')]))
  const lines = counts.length === 0 ? [sum] : [table.toString(), sum]
  if (left.length > 0) {
    lines.push(`Out of time before these tables: ${left.join(', ')}. Run it again to go on.`)
  }
  return lines.join('\n')
}
