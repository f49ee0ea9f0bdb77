import { expect, it } from 'vitest'
import type { SimulationReport } from '../../domain/plan/simulation/simulated-days.ts'
import type { WindowUse } from '../../domain/plan/simulation/virtual-ledger.ts'
import { simulationText } from './simulation-text.ts'

const HOUR = 60

const counts = { answered: 90, failed: 2, refused: 0, 'not-sent': 0, wasted: 0 }

const hour = (index: number, used: number): WindowUse => ({
  window: 'hour',
  limit: 50,
  start: index * HOUR,
  end: (index + 1) * HOUR,
  used,
})

const REPORT: SimulationReport = {
  meanAge: 41.6,
  tiers: [{ name: 'all others', cities: 20, meanAgeByHour: [null, 30, 75.4, 60] }],
  providers: [
    {
      id: 'open-meteo',
      counts,
      windows: [
        hour(0, 12),
        hour(1, 48),
        { window: 'day', limit: 900, start: 0, end: 24 * HOUR, used: 92 },
        hour(2, 32),
      ],
    },
    { id: 'met-norway', counts, windows: [] },
  ],
  incidents: [{ provider: 'open-meteo', from: 60, to: null }],
}

it('says of each limit its worst window, of each tier its highest mean, and every incident', () => {
  const text = simulationText(REPORT)
  expect(text).toMatch(/^A request meets data that is 42 minutes old on average\./)
  expect(text).toMatch(/highest hourly mean/)
  expect(text).toMatch(/all others .* 75 min/)
  expect(text).toMatch(/open-meteo .* 48 of 50 an hour, 92 of 900 a day/)
  expect(text).toMatch(/met-norway .* its pace only/)
  expect(text).toMatch(/Incident: open-meteo did not serve from 1970-01-01 01:00 to the end UTC\./)
})
