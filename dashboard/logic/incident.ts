import { numberText, wordsOf } from './format.ts'

export interface IncidentFact {
  readonly provider: string
  readonly cause: string
  readonly cities_affected: number
  readonly cities_unserved: number
  readonly served_by: Readonly<Record<string, number>>
}

const citiesText = (count: number): string =>
  `${numberText(count)} ${count === 1 ? 'city' : 'cities'}`

/** `open-meteo: timeout, 10 000 cities; met-norway served them, 3 nobody`. */
export function incidentText(incident: IncidentFact): string {
  const { provider, cause, cities_affected: hit, cities_unserved: unserved } = incident
  const helpers = Object.keys(incident.served_by).filter((name) => name !== 'none')
  const instead = helpers.length > 0 ? `; ${helpers.join(' and ')} served instead` : ''
  const nobody = unserved > 0 ? `, ${citiesText(unserved)} nobody` : ''
  return `${provider}: ${wordsOf(cause)}, ${citiesText(hit)}${instead}${nobody}`
}
