import { expect, it } from 'vitest'
import { judgeQuota } from '../quota/judge.ts'
import type { UsageHour } from '../quota/levels.ts'
import type { QuotaFacts } from '../quota/quota-report.ts'
import { providerState } from './provider-state.ts'

const NOW = new Date('2026-11-22T17:15:00.000Z')
const UNUSED = { minute: 0, hour: 0, day: 0, month: 0 }

const sent = (hour: string, outcome: UsageHour['outcome'], requests: number): UsageHour => ({
  hour: new Date(`2026-11-22T${hour}:00:00Z`),
  outcome,
  requests,
  weight: requests,
})

function stateOf(facts: Partial<QuotaFacts>, hasKey = true) {
  const { hours = [], ...others } = facts
  const [report] = judgeQuota(
    [
      {
        provider: 'open-meteo',
        limits: [
          { window: 'minute', limit: 10 },
          { window: 'day', limit: 100 },
        ],
        used: UNUSED,
        hours,
        parkedUntil: null,
        parkedReason: null,
        ...others,
      },
    ],
    NOW,
  ).providers
  return providerState({ report: report!, hours, hasKey }, NOW)
}

it.each([
  ['a key that is missing', stateOf({}, false), 'its key is missing'],
  [
    'a refused key',
    stateOf({ isKeyRefused: true, parkedReason: 'unauthorized: wrong key' }),
    'its key was refused: unauthorized: wrong key',
  ],
  [
    'a day that is spent',
    stateOf({ used: { ...UNUSED, day: 100 } }),
    'out of quota for this day until 2026-11-23T00:00:00.000Z',
  ],
  [
    'requests that fail',
    stateOf({ hours: [sent('16', 'ok', 4), sent('17', 'timeout', 6)] }),
    '6 of its latest 10 requests failed, so that its circuit opens',
  ],
])('%s makes it unusable, with the reason', (_what, state, reason) => {
  expect(state).toEqual({ provider: 'open-meteo', isUsable: false, reason })
})

it.each([
  ['a new installation', stateOf({})],
  ['a minute that is full', stateOf({ used: { ...UNUSED, minute: 10 } })],
  ['a pause that is over', stateOf({ parkedUntil: NOW, parkedReason: 'rate-limited: slow down' })],
  ['four failures', stateOf({ hours: [sent('17', 'timeout', 4)] })],
  ['failures of hours ago', stateOf({ hours: [sent('12', 'timeout', 60)] })],
  ['places that are not covered', stateOf({ hours: [sent('17', 'not-covered', 9)] })],
  [
    'refusals for too many requests',
    stateOf({ hours: [sent('17', 'rate-limited', 90), sent('17', 'ok', 1)] }),
  ],
  ['half of the requests', stateOf({ hours: [sent('17', 'ok', 5), sent('17', 'network', 5)] })],
])('%s leaves it usable', (_what, state) => {
  expect(state).toEqual({ provider: 'open-meteo', isUsable: true, reason: null })
})
