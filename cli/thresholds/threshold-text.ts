import type { StoredThreshold } from '../../db/queries/thresholds.ts'
import { thresholdFacts } from '../../domain/thresholds/threshold.ts'
import { tableText, terminalWidth, type Column } from '../terminal/table.ts'

const boundText = ({ field, side, value }: StoredThreshold): string => {
  const { responseName, unit } = thresholdFacts(field)
  return `${responseName} ${side} ${value}${unit === undefined ? '' : ` ${unit}`}`
}

const whereText = ({ cityName }: StoredThreshold): string => cityName ?? 'every city'

const quietText = ({ quietFrom, quietTo }: StoredThreshold): string =>
  quietFrom === null || quietTo === null ? 'none' : `${quietFrom}-${quietTo}`

export const thresholdText = (threshold: StoredThreshold): string =>
  `Threshold "${threshold.name}": ${boundText(threshold)}, ${whereText(threshold)}.`

const COLUMNS: readonly Column<StoredThreshold>[] = [
  { title: 'Name', text: ({ name }) => name, rank: 0 },
  { title: 'Holds where', text: boundText, rank: 0 },
  { title: 'City', text: whereText, rank: 1 },
  { title: 'Severity', text: ({ severity }) => severity, rank: 2 },
  { title: 'Quiet hours', text: quietText, rank: 3 },
  { title: 'Holds now', text: ({ holding }) => String(holding), align: 'right', rank: 2 },
]

export function thresholdsText(found: readonly StoredThreshold[], width = terminalWidth()): string {
  if (found.length === 0) {
    return 'There is no threshold.\nCreate one with `weather247 thresholds create`.'
  }
  return tableText(COLUMNS, found, width)
}
