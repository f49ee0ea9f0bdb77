import { expect, it } from 'vitest'
import { findPlaces } from '../../temporal/find-places.ts'
import { withRefreshStack } from '../support/fixtures/with-refresh-stack.ts'
import { someCities } from '../support/data/some-cities.ts'

const stack = withRefreshStack({ cities: someCities(1), providers: ['open-meteo'] })

it('E18: who asks for the same place at the same time gets one answer, for one call', async () => {
  const query = { name: 'Hollywood', countryCode: 'IE' }
  const answers = await Promise.all([1, 2, 3].map(() => findPlaces(stack.client, query)))
  for (const answer of answers) {
    expect(answer).toMatchObject({ kind: 'answered', places: [{ id: 2963748 }, { id: 3294957 }] })
  }
  expect(stack.emulator.control.stats()['open-meteo'].requests).toBe(1)
})

it('a provider that does not answer is an answer, with its reason', async () => {
  stack.emulator.control.setFaults([{ provider: 'open-meteo', kind: 'status', status: 503 }])
  expect(await findPlaces(stack.client, { id: 4718314 })).toMatchObject({
    kind: 'unanswered',
    reason: 'unavailable',
  })
})

it('E18: a refresh knows where its cities are, and asks for no place', async () => {
  stack.emulator.control.clearFaults()
  stack.emulator.control.resetStats()
  expect(await stack.refreshAll({ force: true })).toMatchObject({ ok: 1, failed: 0 })
  // The one request is that for its weather: an answer of the gazetteer is about no city.
  expect(stack.emulator.control.stats()['open-meteo']).toMatchObject({ requests: 1, places: 1 })
})
