import { expect, test } from 'vitest'
import { incidentText } from './incident.ts'

const INCIDENT = {
  provider: 'open-meteo',
  cause: 'server_error',
  cities_affected: 12,
  cities_unserved: 0,
  served_by: { 'met-norway': 11, none: 1 },
}

test('an incident says whom it hit and who served instead', () => {
  expect(incidentText(INCIDENT)).toBe(
    'open-meteo: server error, 12 cities; met-norway served instead',
  )
  expect(incidentText({ ...INCIDENT, cities_unserved: 1 })).toContain(', 1 city nobody')
  expect(incidentText({ ...INCIDENT, cities_affected: 1, served_by: { none: 1 } })).toBe(
    'open-meteo: server error, 1 city',
  )
})
