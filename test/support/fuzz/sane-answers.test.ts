import { expect, it } from 'vitest'
import type { PlaceAnswer } from '../../../domain/provider/provider.ts'
import type { Conditions } from '../../../domain/weather/reading.ts'
import { faultsOf, heldNumbers } from './sane-answers.ts'

const NOW = new Date('2026-06-21T10:00:00Z')

const answerWith = (values: Partial<Conditions>): PlaceAnswer => ({
  kind: 'reading',
  reading: {
    conditions: {
      provider: 'openweathermap',
      fetchedAt: NOW,
      validAt: NOW,
      derived: [],
      ...values,
    } as unknown as Conditions,
  },
})

const held = heldNumbers({ main: { temp: 11.4 }, wind: { deg: 225 } })

it.each(['windDirectionDeg', 'apparentTemperatureC', 'cloudCoverPct', 'temperatureC'] as const)(
  'an invented %s is a fault, unless the reading says that it was derived',
  (field) => {
    const faults = (values: Partial<Conditions>) =>
      faultsOf(answerWith(values), (key) => held.has(key), NOW)
    expect(faults({ [field]: 57 })).toEqual([`${field} 57 is not in the answer`])
    expect(faults({ [field]: 57, derived: [field] })).toEqual([])
    expect(faults({ [field]: 11.4 })).toEqual([])
  },
)
