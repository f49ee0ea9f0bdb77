import { expect, it } from 'vitest'
import { simulatedDays, type SimulationOptions } from './simulated-days.ts'

const OPTIONS: SimulationOptions = {
  cities: 120,
  days: 1,
  seed: 7,
  start: Date.parse('2026-03-01T00:00:00Z') / 60_000,
  providers: [
    { id: 'open-meteo', limits: [{ window: 'day', limit: 1_000 }] },
    { id: 'met-norway' },
  ],
  outages: [{ id: 'open-meteo', from: 600, to: 720 }],
}

it('D14: reports a day: ages by tier, calls against limits, and the outage as one incident', () => {
  const report = simulatedDays(OPTIONS)
  expect(report.tiers.map(({ cities }) => cities)).toEqual([10, 90, 20])
  for (const { meanAgeByHour } of report.tiers) expect(meanAgeByHour).toHaveLength(23)
  const [openMeteo, met] = report.providers
  expect(openMeteo?.windows[0]?.used).toBeLessThanOrEqual(1_000)
  expect(openMeteo?.counts.failed).toBeGreaterThan(0)
  expect(met?.counts).toMatchObject({ failed: 0, wasted: 0 })
  expect(report.incidents).toEqual([
    { provider: 'open-meteo', from: OPTIONS.start + 600, to: expect.any(Number) as number },
  ])
  expect(report.incidents[0]?.to).toBeGreaterThanOrEqual(OPTIONS.start + 705)
  expect(report.incidents[0]?.to).toBeLessThanOrEqual(OPTIONS.start + 735)
})

it('D14: is the same for the same seed, and another for another', () => {
  const text = (seed: number) => JSON.stringify(simulatedDays({ ...OPTIONS, seed }))
  expect(text(7)).toBe(text(7))
  expect(text(8)).not.toBe(text(7))
})
