import { InvalidArgumentError } from 'commander'
import { expect, it } from 'vitest'
import { budget, outage } from './simulate-arguments.ts'

it('reads budgets of providers, several of one together', () => {
  const day = budget('open-meteo=1000/day')
  expect(budget('open-meteo=9000/month', budget('met-norway', day))).toEqual([
    { id: 'met-norway' },
    {
      id: 'open-meteo',
      limits: [
        { window: 'day', limit: 1_000 },
        { window: 'month', limit: 9_000 },
      ],
    },
  ])
})

it('reads outages in minutes of the day', () => {
  expect(outage('open-meteo@10:00-12:30', outage('met-norway@00:00-24:00'))).toEqual([
    { id: 'met-norway', from: 0, to: 1_440 },
    { id: 'open-meteo', from: 600, to: 750 },
  ])
})

it.each([
  'unknown=1/day',
  'nws=10/day',
  'open-meteo=/day',
  'open-meteo=5/year',
  'open-meteo=-1/day',
  '',
])('refuses the budget %j', (text) => {
  expect(() => budget(text)).toThrow(InvalidArgumentError)
})

it.each([
  'open-meteo',
  'open-meteo@10-12',
  'open-meteo@12:00-10:00',
  'open-meteo@10:00-25:00',
  'x@10:00-11:00',
])('refuses the outage %j', (text) => {
  expect(() => outage(text)).toThrow(InvalidArgumentError)
})
