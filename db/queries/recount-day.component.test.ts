import { expect, it } from 'vitest'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { correctLedger } from './correct-ledger.ts'
import { usedIn } from './ledger-windows.ts'
import { ledgerOf, reserve } from './provider-ledgers.ts'
import { recordRequest } from './provider-usage.ts'
import { recountDay } from './recount-day.ts'

const NOW = new Date('2026-11-22T12:30:30.000Z')
const YESTERDAY = new Date('2026-11-21T23:59:00.000Z')
const provider = 'open-meteo' as const
const limit = { window: 'day', limit: 100, source: 'test', asOf: '2026-11-22' } as const

const database = withTestDatabase({ kind: 'embedded' })

it('a day that a provider called nearly used up has used again what was sent in it', async () => {
  const { db } = database
  const usage = { provider, outcome: 'ok', places: 1, weight: 3 } as const
  await recordRequest(db, { ...usage, at: YESTERDAY })
  await recordRequest(db, { ...usage, at: NOW })
  const answer = await reserve(db, { provider, weight: 3, limits: [limit], spacingMs: 0, now: NOW })
  if (!answer.granted) throw new Error(answer.reason)
  const { charge } = answer
  const reported = { window: 'day', limit: null, left: 40 } as const
  await correctLedger(db, { provider, limit, reported, source: 'headers', charge, now: NOW })
  const used = async () => usedIn((await ledgerOf(db, provider))!, limit, NOW)
  expect(await used()).toBe(60)
  await recountDay(db, NOW)
  expect(await used()).toBe(3)
})
