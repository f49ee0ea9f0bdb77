import { expect, it } from 'vitest'
import type { IncidentRow } from '../../db/queries/judge-incidents.ts'
import { incidentsText, incidentText } from './incident-text.ts'

const at = (time: string): Date => new Date(`2026-11-22T${time}:00Z`)

const INCIDENT: IncidentRow = {
  id: 7,
  provider: 'open-meteo',
  cause: 'unreachable',
  status: 'recovering',
  severity: 'major',
  endpoints: ['conditions'],
  startedAt: at('10:00'),
  lastFailureAt: at('10:15'),
  recoveredAt: at('10:30'),
  endedAt: null,
  ended: null,
  endedBy: null,
  escalatedAt: at('10:00'),
  reopened: 2,
  message: 'HTTP 503',
  kinds: { unavailable: 12, 'circuit-open': 1188 },
  servedBy: { 'met-norway': 1190, none: 10 },
  runIds: ['run-1'],
  cities: 600,
  unserved: 10,
  judgedAt: at('10:30'),
}

it('lists incidents, whole where there is room', () => {
  const text = incidentsText([INCIDENT], at('11:00'), undefined)
  for (const part of ['open-meteo', 'unreachable', 'recovering', '30 min', 'met-norway 1,190']) {
    expect(text).toContain(part)
  }
  expect(incidentsText([], at('11:00'))).toContain('No incident')
})

it('tells one in sentences', () => {
  const cities = [{ name: 'London', countryCode: 'GB' }] as never
  const spent = { requests: 12, weight: 1200 }
  const text = incidentText(INCIDENT, { cities, spent }, at('11:00'))
  expect(text.split('\n')).toEqual([
    'Incident 7: open-meteo unreachable for conditions, recovering, major.',
    'From 2026-11-22 10:00 UTC, for 30 min, serves again since 2026-11-22 10:30 UTC.',
    'It came back 2 times.',
    'At first: HTTP 503',
    'Errors: circuit-open 1,188, unavailable 12.',
    '600 cities met it, 10 cities not served at times: met-norway 1,190, none 10.',
    'Spent in vain: 12 requests, weight 1,200.',
    'Cities: London, GB; and others.',
    'Runs: run-1.',
  ])
})
