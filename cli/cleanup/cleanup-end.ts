import type { CleanupResult } from '../../contracts/cleanup.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { countText, durationText } from '../terminal/format.ts'
import { tableText, terminalWidth, type Column } from '../terminal/table.ts'
import type { TaskEnd } from '../progress/watch-task.ts'

export const cleanupExitCode = (end: TaskEnd<CleanupResult>): ExitCode =>
  end.kind === 'finished' && end.result.status === 'completed' ? EXIT.ok : EXIT.failed

/** The end for people: rows by table, and what is left to do. */
export function cleanupEndText(end: TaskEnd<CleanupResult>, width = terminalWidth()): string {
  if (end.kind === 'broken') return `The cleanup ended without a result: ${end.reason}`
  const { deleted, totalDeleted, dryRun, durationMs, left } = end.result
  const rows = countText(totalDeleted, 'row', 'rows')
  const sum = dryRun ? `Would delete ${rows}.` : `Deleted ${rows} in ${durationText(durationMs)}.`
  const counts = Object.entries(deleted).filter(([, count]) => count > 0)
  const columns: readonly Column<[string, number]>[] = [
    { title: 'Table', text: ([name]) => name, rank: 0 },
    {
      title: dryRun ? 'Rows to delete' : 'Rows deleted',
      text: ([, count]) => count.toLocaleString('en'),
      align: 'right',
      rank: 0,
    },
  ]
  const lines = counts.length === 0 ? [sum] : [tableText(columns, counts, width), sum]
  if (left.length > 0) {
    lines.push(`Out of time before these tables: ${left.join(', ')}. Run it again to go on.`)
  }
  return lines.join('\n')
}
