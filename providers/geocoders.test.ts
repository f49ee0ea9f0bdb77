import { expect, it } from 'vitest'
import type { Queryable } from '../db/database.ts'
import type { ProviderId } from '../domain/provider/provider-catalogue.ts'
import { NO_LOG } from '../test/support/providers/provider-logs.ts'
import { createGeocoders } from './index.ts'

const NOTHING_SENT = () => Promise.reject(new Error('nothing is sent here'))

it('a gazetteer is asked while its provider is in use, whatever the settings said', async () => {
  let order: readonly ProviderId[] = ['met-norway']
  let stored: readonly ProviderId[] = ['met-norway', 'open-meteo']
  const directory = {
    get order() {
      return order
    },
    refresh: () => {
      order = stored
      return Promise.resolve()
    },
  }
  const http = { getJson: NOTHING_SENT, getFile: NOTHING_SENT, close: () => Promise.resolve() }
  const geocoderInUse = createGeocoders(directory, {
    settingsOf: () => ({ http }),
    db: {} as Queryable,
    log: NO_LOG,
    now: () => new Date(),
  })
  expect((await geocoderInUse())?.provider).toBe('open-meteo')
  stored = ['met-norway']
  expect(await geocoderInUse()).toBeUndefined()
})
