import { expect, it } from 'vitest'
import { incidentNowText } from './incident-text.ts'

const INCIDENT = { name: 'Open-Meteo', cause: 'unreachable', lastedSeconds: 725 } as const

it('of a moment ago says no span', () => {
  expect(incidentNowText({ ...INCIDENT, lastedSeconds: 59, servedBy: [] })).toBe(
    'Open-Meteo does not answer',
  )
})

it.each([
  [[], 'Open-Meteo does not answer, for 12 min now'],
  [['MET Norway'], 'Open-Meteo does not answer, for 12 min now; MET Norway serves instead'],
  [['A', 'B', 'C'], 'Open-Meteo does not answer, for 12 min now; A, B and C serve instead'],
])('served by %j: %s', (servedBy, sentence) => {
  expect(incidentNowText({ ...INCIDENT, servedBy })).toBe(sentence)
})
