import { afterAll, beforeAll, expect, it } from 'vitest'
import { startEmulator } from '../../emulator/index.ts'
import { BREAKAGE_NAMES, BREAKAGES } from './breakages.ts'
import { emulatorFaults } from './emulator-faults.ts'

let emulator: Awaited<ReturnType<typeof startEmulator>>

beforeAll(async () => {
  emulator = await startEmulator({ port: 0 })
})
afterAll(() => emulator.close())

it.each(BREAKAGE_NAMES)('the emulator takes %s, until it is mended', async (name) => {
  const faults = emulatorFaults(emulator.url)
  const { fault } = BREAKAGES[name]
  await faults.add({ provider: 'open-meteo', ...fault, seconds: 60 })
  expect(emulator.control.listFaults()).toEqual([{ provider: 'open-meteo', ...fault, seconds: 60 }])
  expect(await faults.clear()).toBe(1)
  expect(emulator.control.listFaults()).toEqual([])
})

it('a fault that the emulator refuses, and an emulator that is away, are reported', async () => {
  await expect(emulatorFaults(emulator.url).add({ provider: 'unknown' })).rejects.toMatchObject({
    exitCode: 3,
    message: expect.stringContaining('refused the fault') as string,
  })
  await expect(emulatorFaults('http://127.0.0.1:1').clear()).rejects.toMatchObject({
    exitCode: 3,
    message: 'no answer from the emulator at http://127.0.0.1:1',
  })
})
