import type { IncidentCity, Spent } from '../../db/queries/incidents.ts'
import type { IncidentRow } from '../../db/queries/judge-incidents.ts'
import { citiesText, durationText } from '../terminal/format.ts'
import { tableText, terminalWidth, type Column } from '../terminal/table.ts'

const momentText = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`

/** How long it lasts, or lasted. */
const lastedText = ({ startedAt, recoveredAt, endedAt }: IncidentRow, now: Date): string =>
  durationText(Math.max(0, Number(endedAt ?? recoveredAt ?? now) - Number(startedAt)))

const countsText = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .sort(([, one], [, other]) => other - one)
    .map(([name, times]) => `${name} ${times.toLocaleString('en')}`)
    .join(', ')

const unservedText = ({ unserved }: IncidentRow): string =>
  unserved === 0 ? 'all of them served by others' : `${citiesText(unserved)} not served at times`

export function incidentsText(
  incidents: readonly IncidentRow[],
  now: Date,
  width = terminalWidth(),
): string {
  if (incidents.length === 0) return 'No incident: every provider that was asked served.'
  const columns: readonly Column<IncidentRow>[] = [
    { title: 'Id', text: ({ id }) => String(id), align: 'right', rank: 0 },
    { title: 'Provider', text: ({ provider }) => provider, rank: 0 },
    { title: 'Cause', text: ({ cause }) => cause, rank: 0 },
    { title: 'Status', text: ({ status }) => status, rank: 1 },
    { title: 'Severity', text: ({ severity }) => severity, rank: 2 },
    { title: 'Since', text: ({ startedAt }) => momentText(startedAt), rank: 3 },
    { title: 'Lasted', text: (incident) => lastedText(incident, now), align: 'right', rank: 3 },
    { title: 'Cities', text: ({ cities }) => cities.toLocaleString('en'), align: 'right', rank: 4 },
    { title: 'Served by', text: ({ servedBy }) => countsText(servedBy), rank: 5 },
  ]
  return tableText(columns, incidents, width)
}

export interface IncidentFacts {
  readonly cities: readonly IncidentCity[]
  readonly spent: Spent
}

export function incidentText(incident: IncidentRow, facts: IncidentFacts, now: Date): string {
  const { id, provider, cause, status, severity, endpoints, message, reopened } = incident
  const { cities, spent } = facts
  const names = cities.map(({ name, countryCode }) => `${name}, ${countryCode}`).join('; ')
  return [
    `Incident ${id}: ${provider} ${cause} for ${endpoints.join(', ')}, ${status}, ${severity}.`,
    `From ${momentText(incident.startedAt)}, for ${lastedText(incident, now)}${endText(incident)}.`,
    ...(reopened > 0 ? [`It came back ${reopened} times.`] : []),
    ...(message === null ? [] : [`At first: ${message}`]),
    `Errors: ${countsText(incident.kinds)}.`,
    `${citiesText(incident.cities)} met it, ${unservedText(incident)}: ${countsText(incident.servedBy)}.`,
    `Spent in vain: ${spent.requests.toLocaleString('en')} requests, weight ${spent.weight.toLocaleString('en')}.`,
    `Cities: ${names === '' ? 'none that is still kept' : names}${cities.length < incident.cities ? '; and others' : ''}.`,
    `Runs: ${incident.runIds.join(', ')}.`,
  ].join('\n')
}

function endText({ status, recoveredAt, ended, endedBy }: IncidentRow): string {
  if (status === 'recovering' && recoveredAt) {
    return `, serves again since ${momentText(recoveredAt)}`
  }
  if (ended === 'person') return `, closed by ${endedBy ?? 'a person'}`
  return ended === 'not-asked' ? ', since when no one asked it' : ''
}
