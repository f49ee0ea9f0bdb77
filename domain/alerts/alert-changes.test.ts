import { expect, it } from 'vitest'
import type { AlertFinding, AlertSeverity } from './alert.ts'
import { alertChanges, type KnownAlert } from './alert-changes.ts'

const NOW = new Date('2026-11-22T10:30:00.000Z')
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

const finding = (severity: AlertSeverity = 'warning', key = 'a'): AlertFinding => ({
  key,
  type: 'capacity',
  severity,
  message: 'Much is used',
  recommendation: 'Use less',
})

const known = (alert: Partial<KnownAlert> = {}): KnownAlert => ({
  id: 1,
  key: 'a',
  severity: 'warning',
  status: 'active',
  raisedAt: minutesAgo(5),
  worsenedAt: null,
  resolvedAt: null,
  ...alert,
})

const resolved = (minutes: number) => known({ status: 'resolved', resolvedAt: minutesAgo(minutes) })

it('S62: what is found for the first time is raised', () => {
  expect(alertChanges([finding()], [], NOW)).toEqual({
    raised: [finding()],
    updated: [],
    resolved: [],
  })
})

it('S62: what is open is not raised again, and not what was resolved within 10 minutes', () => {
  expect(alertChanges([finding()], [known()], NOW).raised).toEqual([])
  expect(alertChanges([finding()], [resolved(9.9)], NOW).raised).toEqual([])
  expect(alertChanges([finding()], [resolved(10)], NOW).raised).toEqual([finding()])
})

it('S62: what does not hold any more resolves itself, acknowledged or not', () => {
  const alerts = [known(), known({ id: 2, key: 'b', status: 'acknowledged' })]
  expect(alertChanges([finding('warning', 'b')], alerts, NOW).resolved).toEqual([1])
  expect(alertChanges([], [...alerts, resolved(5)], NOW).resolved).toEqual([1, 2])
})

const CRITICAL = { severity: 'critical' } as const

it.each<[string, Partial<KnownAlert>, AlertSeverity, object]>([
  [
    'critical, not acknowledged for 30 minutes, becomes an emergency',
    { ...CRITICAL, raisedAt: minutesAgo(30) },
    'critical',
    { severity: 'emergency', status: 'active', isEscalated: true },
  ],
  [
    'critical for a shorter time stays critical',
    { ...CRITICAL, raisedAt: minutesAgo(29.9) },
    'critical',
    { severity: 'critical', isEscalated: false },
  ],
  [
    'acknowledged does not escalate',
    { ...CRITICAL, status: 'acknowledged', raisedAt: minutesAgo(300) },
    'critical',
    { severity: 'critical', status: 'acknowledged', isEscalated: false },
  ],
  [
    'an error does not escalate',
    { severity: 'error', raisedAt: minutesAgo(300) },
    'error',
    { severity: 'error', isEscalated: false },
  ],
  [
    'an emergency stays one until it is over',
    { severity: 'emergency', raisedAt: minutesAgo(300) },
    'critical',
    { severity: 'emergency', isEscalated: false },
  ],
  [
    'acknowledged and worse since is active again',
    { severity: 'warning', status: 'acknowledged' },
    'critical',
    { severity: 'critical', status: 'active', isEscalated: false },
  ],
  [
    'open for long and critical only now is not an emergency at once',
    { severity: 'warning', raisedAt: minutesAgo(300) },
    'critical',
    { severity: 'critical', status: 'active', isEscalated: false },
  ],
  [
    'critical since 29 minutes is none at the second look either, however long it was open',
    { ...CRITICAL, raisedAt: minutesAgo(300), worsenedAt: minutesAgo(29.9) },
    'critical',
    { severity: 'critical', isWorse: false, isEscalated: false },
  ],
  [
    'critical since 30 minutes becomes an emergency',
    { ...CRITICAL, raisedAt: minutesAgo(300), worsenedAt: minutesAgo(30) },
    'critical',
    { severity: 'emergency', isEscalated: true },
  ],
  ['better is less severe', { severity: 'error' }, 'warning', { severity: 'warning' }],
])('S62: %s', (_what, alert, severity, expected) => {
  expect(alertChanges([finding(severity)], [known(alert)], NOW).updated).toMatchObject([expected])
})
