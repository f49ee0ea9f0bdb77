import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { usedIn } from '../../../db/queries/ledger-windows.ts'
import { ledgerOf } from '../../../db/queries/provider-ledgers.ts'
import { providerLedgers } from '../../../db/schema/index.ts'
import type { PlaceQuery } from '../../../domain/city/geocoder.ts'
import { startEmulator, type Emulator } from '../../../emulator/index.ts'
import { NO_LOG } from '../../../test/support/providers/provider-logs.ts'
import { withTestDatabase } from '../../../test/support/fixtures/with-test-database.ts'
import { createHttpClient, type HttpClient } from '../../http-client.ts'
import { createOpenMeteoGeocoder } from './geocoder.ts'

const database = withTestDatabase()
const NOW = new Date('2026-11-22T10:30:10Z')
const now = () => NOW
let emulator: Emulator
let http: HttpClient

beforeAll(async () => {
  emulator = await startEmulator()
  http = createHttpClient({ userAgent: 'test' })
})

afterAll(async () => {
  await http.close()
  await emulator.close()
})

beforeEach(async () => {
  emulator.control.setFaults([])
  await database.db.delete(providerLedgers)
})

function find(query: PlaceQuery) {
  const settings = { http, baseUrl: emulator.baseUrls['open-meteo'] }
  const geocoder = createOpenMeteoGeocoder({ settings, db: database.db, log: NO_LOG, now })
  return geocoder.find(query, AbortSignal.timeout(10_000))
}

test('a place is found by name, by name and country, and by id', async () => {
  const named = await find({ name: 'hollywood' })
  expect(named.map(({ countryCode }) => countryCode)).toEqual(['US', 'US', 'IE', 'IE'])
  expect(await find({ name: 'Hollywood', countryCode: 'IE' })).toHaveLength(2)
  const [peggy] = await find({ id: 4718314 })
  expect(peggy).toMatchObject({ id: 4718314, name: 'Peggy', timeZone: 'America/Chicago' })
})

test('nothing is found where there is nothing', async () => {
  expect(await find({ name: 'Nowhere at all' })).toEqual([])
  expect(await find({ id: 999_999_999 })).toEqual([])
})

test('a question is a call of the quota of Open-Meteo', async () => {
  await find({ name: 'Peggy' })
  const row = await ledgerOf(database.db, 'open-meteo')
  expect(row && usedIn(row, 'day', NOW)).toBe(1)
})

test('a provider that is down is an error of its kind', async () => {
  emulator.control.setFaults([{ provider: 'open-meteo', kind: 'status', status: 503 }])
  await expect(find({ name: 'Peggy' })).rejects.toMatchObject({ kind: 'unavailable' })
})
