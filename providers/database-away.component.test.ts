import { beforeEach, describe, expect, it } from 'vitest'
import { ledgerOf } from '../db/queries/provider-ledgers.ts'
import { requestTotals } from '../db/queries/provider-usage.ts'
import { providerCircuits, providerLedgers, providerUsage } from '../db/schema/index.ts'
import { ProviderError } from '../domain/provider/provider-error.ts'
import type { ProviderRequest, WeatherProvider } from '../domain/provider/provider.ts'
import { withTestDatabase } from '../test/support/fixtures/with-test-database.ts'
import { fakeProvider, readingsFor } from '../test/support/providers/fake-provider.ts'
import { keptLog, type KeptLog } from '../test/support/providers/provider-logs.ts'
import { someCities } from '../test/support/data/some-cities.ts'
import type { TestDatabase } from '../test/support/services/test-database.ts'
import { whileDatabaseIsAway } from './database-away.ts'
import { createMeteredProvider } from './metered-provider.ts'

const REQUEST: ProviderRequest = {
  url: 'https://example.org/',
  weight: 1,
  places: someCities(2),
  products: ['conditions'],
}

const database = withTestDatabase({ kind: 'embedded' })
let log: KeptLog
/** How many statements of each kind find no database. */
let refusals = { update: 0, insert: 0 }

beforeEach(async () => {
  log = keptLog()
  refusals = { update: 0, insert: 0 }
  await database.db.delete(providerLedgers)
  await database.db.delete(providerCircuits)
  await database.db.delete(providerUsage)
})

const away = () => Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })

/** A database that is unavailable for a number of statements. */
function flakyDb(): TestDatabase['db'] {
  const gate = (verb: 'update' | 'insert') => ({
    value: (table: typeof providerLedgers) => {
      if (refusals[verb] > 0) {
        refusals[verb] -= 1
        throw away()
      }
      return database.db[verb](table)
    },
  })
  return Object.create(database.db, {
    update: gate('update'),
    insert: gate('insert'),
  }) as TestDatabase['db']
}

const pass = (send: WeatherProvider['send'], signal = new AbortController().signal) =>
  createMeteredProvider({ provider: fakeProvider({ send }), db: flakyDb(), log }).send(REQUEST, {
    signal,
    maxQuotaWaitMs: 0,
    now: () => new Date('2026-11-22T12:30:30.000Z'),
  })

describe('while the database is away for a moment', () => {
  it('a request waits for its reservation', async () => {
    refusals = { update: 2, insert: 0 }
    expect(await pass(({ places }) => Promise.resolve(readingsFor(places)))).toEqual(
      readingsFor(REQUEST.places),
    )
    expect(await ledgerOf(database.db, 'open-meteo')).toMatchObject({ monthUsed: 1 })
  })

  it('an answer that has come waits for its count', async () => {
    await pass(({ places }) => {
      refusals = { update: 0, insert: 2 }
      return Promise.resolve(readingsFor(places))
    })
    expect(await requestTotals(database.db)).toMatchObject([{ outcome: 'ok', requests: 1 }])
    expect(log.lines).toEqual([])
  })

  it('a provider that asked to wait is paused', async () => {
    const refused = pass(() => {
      refusals = { update: 2, insert: 1 }
      return Promise.reject(new ProviderError('rate-limited', 'slow down'))
    })
    await expect(refused).rejects.toMatchObject({ kind: 'rate-limited', retryAfterMs: 60_000 })
    expect((await ledgerOf(database.db, 'open-meteo'))?.parkedUntil).not.toBeNull()
  })
})

describe('when the database stays away', () => {
  it('an answer that has come is kept, and the log says that it is not counted', async () => {
    const quitter = new AbortController()
    const answers = await pass(({ places }) => {
      refusals = { update: 0, insert: Infinity }
      // The caller's end is the end of patience as well.
      quitter.abort()
      return Promise.resolve(readingsFor(places))
    }, quitter.signal)
    expect(answers).toEqual(readingsFor(REQUEST.places))
    expect(log.lines.map(({ message }) => message)).toEqual([
      'a request is not counted; its answer is kept',
    ])
  })

  it('a failure stays the provider’s, not the database’s', async () => {
    const quitter = new AbortController()
    const refused = pass(() => {
      refusals = { update: Infinity, insert: Infinity }
      quitter.abort()
      return Promise.reject(new ProviderError('rate-limited', 'slow down'))
    }, quitter.signal)
    await expect(refused).rejects.toMatchObject({ kind: 'rate-limited' })
    expect(log.lines).toHaveLength(3)
  })

  it('is waited for no longer than was said, and a caller who goes away waits no more', async () => {
    const never = () => Promise.reject(away())
    const { signal } = new AbortController()
    await expect(whileDatabaseIsAway(never, { maxWaitMs: 1, signal })).rejects.toThrow('connect')
    const quitter = new AbortController()
    const waiting = whileDatabaseIsAway(never, { maxWaitMs: 60_000, signal: quitter.signal })
    quitter.abort()
    await expect(waiting).rejects.toThrow()
  })

  it.each([
    ['a broken constraint', Object.assign(new Error('duplicate'), { code: '23505' })],
    ['a value without a form', Object.assign(new Error('bad'), { code: '22P05' })],
    ['a fault of ours', new TypeError('undefined is not a function')],
  ])('%s is not waited for', async (_, fault) => {
    let times = 0
    const failing = () => {
      times += 1
      return Promise.reject(fault)
    }
    const { signal } = new AbortController()
    const asked = whileDatabaseIsAway(failing, { maxWaitMs: 60_000, signal })
    await expect(asked).rejects.toBe(fault)
    expect(times).toBe(1)
  })
})
