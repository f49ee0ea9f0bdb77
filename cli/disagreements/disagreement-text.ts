import type { StoredDisagreement } from '../../db/queries/disagreements.ts'
import { isRaining, type DisagreementKind } from '../../domain/weather/disagreement.ts'
import { tableText, terminalWidth, type Column } from '../terminal/table.ts'

type Side = StoredDisagreement['served']

const momentText = (at: Date | string): string =>
  `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`

const SAID: Readonly<Record<DisagreementKind, (side: Side) => string>> = {
  temperature: ({ temperatureC }) => `${temperatureC ?? '?'} °C`,
  wind: ({ windSpeedKmh }) => `${windSpeedKmh ?? '?'} km/h`,
  rain: (side) => (isRaining(side) === true ? 'rain' : 'no rain'),
}

const sideText = (side: Side, kinds: readonly DisagreementKind[]): string =>
  `${side.provider} ${kinds.map((kind) => SAID[kind](side)).join(', ')} (${side.basis}, ${momentText(side.validAt).slice(11)})`

const COLUMNS: readonly Column<StoredDisagreement>[] = [
  { title: 'City', text: ({ city, countryCode }) => `${city}, ${countryCode}`, rank: 0 },
  { title: 'Served', text: ({ served, kinds }) => sideText(served, kinds), rank: 0 },
  { title: 'Other', text: ({ other, kinds }) => sideText(other, kinds), rank: 0 },
  { title: 'Since', text: ({ startedAt }) => momentText(startedAt), rank: 1 },
  {
    title: 'Until',
    text: ({ endedAt }) => (endedAt === null ? 'open' : momentText(endedAt)),
    rank: 2,
  },
  { title: 'Found', text: ({ times }) => `${times} ×`, align: 'right', rank: 3 },
]

export function disagreementsText(
  rows: readonly StoredDisagreement[],
  width = terminalWidth(),
): string {
  if (rows.length === 0) return 'No disagreement: where two providers were asked, they agreed.'
  return tableText(COLUMNS, rows, width)
}
