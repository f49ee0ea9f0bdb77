import { expect, it } from 'vitest'
import { zoneOf } from './zones.ts'

it.each([
  ['Berlin', 52.52, 13.41, 'Europe/Berlin'],
  ['the outskirts of Kathmandu', 27.65, 85.4, 'Asia/Kathmandu'],
  ['Mumbai', 19.07, 72.88, 'Asia/Kolkata'],
  ['Adelaide', -34.93, 138.6, 'Australia/Adelaide'],
  ['Havana', 23.13, -82.38, 'America/Havana'],
  ['Phoenix, which keeps its clocks', 33.45, -112.07, 'America/Phoenix'],
  ['the Chatham Islands, beside the date line', -43.95, -176.56, 'Pacific/Chatham'],
  ['the middle of the Pacific', -30, -130, 'Etc/GMT+9'],
  ['the Gulf of Guinea', -5, 0, 'Etc/GMT'],
])('the zone of %s', (_, latitude, longitude, zone) => {
  expect(zoneOf({ latitude, longitude })).toBe(zone)
})
