import { expect, it } from 'vitest'
import { placeAddress, PLACES } from './place-address.ts'

const AT = { url: 'http://127.0.0.1:8247/', webUiUrl: 'http://127.0.0.1:8233' }

it.each([
  ['now', undefined, 'http://127.0.0.1:8247/'],
  ['city', 1850147, 'http://127.0.0.1:8247/cities/1850147'],
  ['runs', undefined, 'http://127.0.0.1:8247/runs'],
  ['web-ui', undefined, 'http://127.0.0.1:8233'],
] as const)('%s of %s is at %s', (place, cityId, address) => {
  expect(placeAddress(place, AT, cityId)).toBe(address)
})

it('every place but an unknown Web UI has an address', () => {
  const addresses = PLACES.map((place) => placeAddress(place, { ...AT, webUiUrl: undefined }))
  expect(addresses.filter((address) => address === undefined)).toHaveLength(1)
})
