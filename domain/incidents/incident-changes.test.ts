import { describe, expect, it } from 'vitest'
import type { Attempt } from '../provider/attempt.ts'
import { incidentChanges, overIncidents } from './incident-changes.ts'
import { evidenceOf } from './incident-evidence.ts'
import { NOT_ASKED_MS, QUIET_MS, type OpenIncident } from './incident.ts'

const START = Date.parse('2026-11-22T10:00:00Z')
const minute = (minutes: number): Date => new Date(START + minutes * 60_000)

const OPEN: OpenIncident = {
  id: 1,
  provider: 'open-meteo',
  cause: 'unreachable',
  endpoints: ['conditions'],
  status: 'open',
  startedAt: minute(0),
  lastFailureAt: minute(15),
  recoveredAt: null,
}

const tried = (
  provider: Attempt['provider'],
  outcome: Attempt['outcome'],
  products: Attempt['products'] = ['conditions'],
): Attempt => ({ provider, outcome, products })

const page = (at: Date, ...cities: (readonly Attempt[])[]) =>
  evidenceOf(cities.map((attempts, index) => ({ cityId: index + 1, runId: 'run', at, attempts })))

const failedOver = (kind: Attempt['outcome']) => [
  tried('open-meteo', kind),
  tried('met-norway', 'ok'),
]

describe('a page of refreshes', () => {
  it('opens one incident for all errors of one outage', () => {
    const evidence = page(
      minute(0),
      failedOver('unavailable'),
      failedOver('timeout'),
      failedOver('circuit-open'),
      [tried('open-meteo', 'network')],
    )
    const { opened } = incidentChanges(evidence, [])
    expect(opened).toMatchObject([
      {
        provider: 'open-meteo',
        cause: 'unreachable',
        endpoints: ['conditions'],
        firstAt: minute(0),
        kinds: { unavailable: 1, timeout: 1, 'circuit-open': 1, network: 1 },
        servedBy: { 'met-norway': 3, none: 1 },
        runIds: ['run'],
      },
    ])
    expect(opened[0]?.cities).toHaveLength(4)
  })

  it('adds what was not sent to the cause of what was', () => {
    const evidence = page(minute(0), failedOver('unauthorized'), failedOver('parked'))
    expect(incidentChanges(evidence, []).opened).toMatchObject([
      { cause: 'unauthorized', kinds: { unauthorized: 1, parked: 1 } },
    ])
  })

  it('opens an incident for an endpoint in quarantine, also for a single city', () => {
    const { opened } = incidentChanges(page(minute(0), failedOver('quarantined')), [])
    expect(opened).toMatchObject([{ cause: 'bad-answers', kinds: { quarantined: 1 } }])
  })

  it('adds what was not sent to the incident that is open', () => {
    const unauthorized = { ...OPEN, cause: 'unauthorized' as const }
    const changes = incidentChanges(page(minute(20), failedOver('parked')), [unauthorized])
    expect(changes.opened).toEqual([])
    expect(changes.failedAgain).toMatchObject([{ incident: { id: 1 } }])
  })

  it('counts a city once, whatever it misses', () => {
    const evidence = page(minute(0), [
      tried('open-meteo', 'timeout', ['conditions']),
      tried('open-meteo', 'timeout', ['air-quality']),
      tried('met-norway', 'ok'),
    ])
    expect(incidentChanges(evidence, []).opened).toMatchObject([
      {
        endpoints: ['conditions', 'air-quality'],
        servedBy: { 'met-norway': 1 },
        cities: [{ cityId: 1, servedBy: 'met-norway', isUnserved: false }],
      },
    ])
  })

  it('keeps an exhausted quota apart from an outage', () => {
    const evidence = page(minute(0), failedOver('quota-exhausted'), failedOver('timeout'))
    const causes = incidentChanges(evidence, []).opened.map(({ cause }) => cause)
    expect(causes).toEqual(['quota', 'unreachable'])
  })

  it('recovers an incident at the first service after the last failure', () => {
    const serves = page(minute(30), [tried('open-meteo', 'ok')])
    expect(incidentChanges(serves, [OPEN]).recovered).toEqual([{ incident: OPEN, at: minute(30) }])
  })

  it.each([
    ['of another product', page(minute(30), [tried('open-meteo', 'ok', ['forecast'])])],
    ['of another provider', page(minute(30), [tried('met-norway', 'ok')])],
    ['from before the failure', page(minute(14), [tried('open-meteo', 'ok')])],
    ['beside failures', page(minute(30), [tried('open-meteo', 'ok')], failedOver('timeout'))],
  ])('does not recover it by service %s', (_, evidence) => {
    expect(incidentChanges(evidence, [OPEN]).recovered).toEqual([])
  })

  it('goes on with a recovering incident when the provider fails again', () => {
    const recovering: OpenIncident = { ...OPEN, status: 'recovering', recoveredAt: minute(30) }
    const changes = incidentChanges(page(minute(45), failedOver('timeout')), [recovering])
    expect(changes).toMatchObject({ opened: [], failedAgain: [{ incident: recovering }] })
  })
})

describe('an incident is over', () => {
  const recovering: OpenIncident = { ...OPEN, status: 'recovering', recoveredAt: minute(30) }
  const after = (ms: number, from: Date) => new Date(Number(from) + ms)

  it('when the provider has served again for the quiet time, and ended when it began to', () => {
    expect(overIncidents([recovering], after(QUIET_MS - 1, minute(30)))).toEqual([])
    expect(overIncidents([recovering], after(QUIET_MS, minute(30)))).toEqual([
      { incident: recovering, endedAt: minute(30), end: 'served-again' },
    ])
  })

  it('when no one has asked the provider for a day', () => {
    expect(overIncidents([OPEN], after(NOT_ASKED_MS - 1, minute(15)))).toEqual([])
    expect(overIncidents([OPEN], after(NOT_ASKED_MS, minute(15)))).toEqual([
      { incident: OPEN, endedAt: minute(15), end: 'not-asked' },
    ])
  })
})
