import { expect, it } from 'vitest'
import { incidentText, type IncidentFact } from './incident.ts'

const OPEN: IncidentFact = {
  provider: 'open-meteo',
  cause: 'unreachable',
  status: 'open',
  cities_affected: 12,
  cities_unserved: 0,
  served_by: { 'met-norway': 11, none: 1 },
}

it.each([
  [OPEN, 'OPEN-METEO does not answer: 12 cities; MET-NORWAY serves instead'],
  [
    { ...OPEN, status: 'closed', served_by: { 'met-norway': 11, nws: 1 }, cities_unserved: 1 },
    'OPEN-METEO did not answer: 12 cities; MET-NORWAY and NWS served instead, 1 city not served',
  ],
  [{ ...OPEN, cities_affected: 1, served_by: { none: 1 } }, 'OPEN-METEO does not answer: 1 city'],
])('an incident says whom it hits and who serves instead: %#', (incident, text) => {
  expect(incidentText(incident, (id) => id.toUpperCase())).toBe(text)
})
