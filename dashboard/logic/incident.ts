import type { IncidentCause } from '../../domain/incidents/incident-cause.ts'
import { CAUSE_TEXTS, namesText } from '../../domain/incidents/incident-text.ts'
import { numberText } from './format.ts'

export interface IncidentFact {
  readonly provider: string
  readonly cause: IncidentCause
  readonly status: string
  readonly cities_affected: number
  readonly cities_unserved: number
  readonly served_by: Readonly<Record<string, number>>
}

const citiesText = (count: number): string =>
  `${numberText(count)} ${count === 1 ? 'city' : 'cities'}`

/** `Open-Meteo does not answer: 10 000 cities; MET Norway serves instead, 3 cities not served`. */
export function incidentText(incident: IncidentFact, nameOf: (id: string) => string): string {
  const { provider, cause, status, cities_affected: hit, cities_unserved: unserved } = incident
  const isOpen = status === 'open'
  const helpers = Object.keys(incident.served_by).filter((name) => name !== 'none')
  const serve = isOpen ? (helpers.length === 1 ? 'serves' : 'serve') : 'served'
  const instead = helpers.length > 0 ? `; ${namesText(helpers.map(nameOf))} ${serve} instead` : ''
  const notServed = unserved > 0 ? `, ${citiesText(unserved)} not served` : ''
  return `${nameOf(provider)} ${CAUSE_TEXTS[cause][isOpen ? 0 : 1]}: ${citiesText(hit)}${instead}${notServed}`
}
