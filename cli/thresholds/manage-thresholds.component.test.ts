import { expect, it } from 'vitest'
import { KNOWN_CITIES } from '../../test/support/data/known-cities.ts'
import { withPrintedOutput } from '../../test/support/fixtures/with-printed-output.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { createPresets, createStored, deleteStored, listStored } from './manage-thresholds.ts'

const database = withTestDatabase({ cities: KNOWN_CITIES })
const printed = withPrintedOutput(database)

it('S63: a threshold is created, listed and deleted', async () => {
  const frost = { name: 'frost', field: 'temperature', below: 14, unit: '°F' }
  const quiet = { from: '22:00', to: '07:00' }
  const city = String(KNOWN_CITIES[0]?.id)
  const created = await printed(() => createStored({ ...frost, city, quiet }))
  expect(created.out).toBe(
    `Threshold "frost": temperature below -10 °C, ${KNOWN_CITIES[0]?.name ?? ''}.`,
  )
  expect(created.err).toContain('No webhook is notified yet')
  await expect(createStored(frost)).rejects.toMatchObject({ exitCode: 2 })
  const listed = await printed(() => listStored({}))
  for (const part of ['frost', 'temperature below -10 °C', '22:00-07:00']) {
    expect(listed.out).toContain(part)
  }
  expect((await printed(() => deleteStored('frost'))).out).toContain('is deleted')
  await expect(deleteStored('frost')).rejects.toThrow('there is no threshold "frost"')
})

it('S63: the usual ones are created once, with their severities', async () => {
  await createStored({ name: 'heat', field: 'temperature', above: 33 })
  const created = await printed(() => createPresets({ quiet: { from: '22:00', to: '07:00' } }))
  expect(created.out).not.toContain('"heat"')
  expect(created.out).toContain('Threshold "storm": wind_speed above 80 km/h, every city.')
  expect((await printed(() => createPresets({}))).out).toContain('there before')
  const listed = await printed(() => listStored({ json: true }))
  const all = JSON.parse(listed.out) as { name: string; severity: string; value: number }[]
  expect(all).toContainEqual(expect.objectContaining({ name: 'heat', value: 33 }))
  expect(all).toContainEqual(expect.objectContaining({ name: 'storm', severity: 'emergency' }))
  expect(all).toContainEqual(
    expect.objectContaining({ name: 'severe weather', field: 'severeWeather', value: 1 }),
  )
})

it.each([
  [{ above: 200 }, '-95 to 62 °C'],
  [{ above: 35, unit: 'km/h' }, '°C, °F, K'],
  [{}, 'neither --above nor --below'],
])('%j is refused', async (wrong, why) => {
  await expect(createStored({ name: 'x', field: 'temperature', ...wrong })).rejects.toThrow(why)
})
