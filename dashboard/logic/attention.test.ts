import { expect, test } from 'vitest'
import { attentionOf } from './attention.ts'

const alert = (id: number, type: string, severity: string) => ({
  id,
  type,
  severity,
  message: `${type} ${severity}`,
  recommendation: 'look',
  raised_at: '2026-11-22T10:00:00Z',
})

test('the worst comes first, and each leads to where it can be seen', () => {
  const items = attentionOf({
    nameOf: (id) => id,
    incidents: [
      {
        id: 9,
        level: 'notice',
        started_at: '2026-11-22T10:00:00Z',
        provider: 'open-meteo',
        cause: 'unreachable',
        status: 'open',
        cities_affected: 12,
        cities_unserved: 0,
        served_by: { 'met-norway': 12 },
      },
    ],
    alerts: [alert(1, 'freshness', 'warning'), alert(2, 'api_failure', 'emergency')],
    queues: [
      { queue: 'maintenance', status: 'unhealthy' },
      { queue: 'analytics', status: 'healthy' },
    ],
    schedules: [
      { id: 'refresh-all-cities', paused: true },
      { id: 'monitor-api-quota', paused: false },
    ],
  })
  expect(items.map(({ key, link }) => [key, link])).toEqual([
    ['alert-2', '/providers'],
    ['queue-maintenance', '/system'],
    ['alert-1', '/cities?late=true&sort=age'],
    ['schedule-refresh-all-cities', '/runs'],
    ['incident-9', '/providers'],
  ])
})
