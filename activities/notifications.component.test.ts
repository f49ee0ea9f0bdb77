import { MockActivityEnvironment } from '@temporalio/testing'
import { DefaultLogger } from '@temporalio/worker'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../domain/notifications/delivery.ts'
import { MOST_REJECTIONS } from '../domain/notifications/delivery.ts'
import type { NewNotification } from '../domain/notifications/notification.ts'
import { notify, unannounced } from '../db/queries/notifications.ts'
import { listDeliveries } from '../db/queries/webhook-deliveries.ts'
import { listWebhooks, storeWebhook } from '../db/queries/webhooks.ts'
import { withTestDatabase } from '../test/support/fixtures/with-test-database.ts'
import { announce } from './announce.ts'
import { createNotificationActivities } from './notifications.ts'

const database = withTestDatabase()
const NOW = new Date('2026-11-22T10:30:00.000Z')
const HOUR_MS = 3_600_000

let now: Date
let answers: Answer[]
let sent: { id: string; body: string; secret: string }[]

/** What it logs is not what is tested. */
const quietEnvironment = () =>
  new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') })

const OK: Answer = { kind: 'status', status: 204 }
const AWAY: Answer = { kind: 'unreachable', reason: 'ECONNREFUSED' }

beforeEach(async () => {
  await database.db.execute(
    sql`truncate webhooks, notifications, webhook_deliveries restart identity`,
  )
  now = NOW
  answers = []
  sent = []
})

const notificationOf = (type: NewNotification['type'], subject: string): NewNotification => ({
  type,
  subject,
  at: NOW,
  data: { about: subject },
})

const hook = (name: string, types: readonly NewNotification['type'][]) =>
  storeWebhook(database.db, {
    name,
    url: `https://${name}.example/`,
    secret: `whsec_${name}`,
    types,
    createdAt: NOW,
  })

const activities = createNotificationActivities({
  get db() {
    return database.db
  },
  now: () => now,
  send: async ({ id, body, secret }) => {
    sent.push({ id, body, secret })
    return answers.shift() ?? OK
  },
})

const round = (batch = 10) =>
  quietEnvironment().run(activities.deliverPending, { webhookId: 1, batch })

const statuses = async () => (await listDeliveries(database.db, 1, 50)).map(({ status }) => status)

describe('D10: what is pending', () => {
  beforeEach(async () => {
    await hook('one', ['incident.opened', 'incident.closed'])
    const beginning = notificationOf('incident.opened', 'incident/1')
    await notify(database.db, [beginning, notificationOf('alert.raised', 'alert/1')])
    await notify(database.db, [notificationOf('incident.closed', 'incident/1')])
  })

  it('is sent once, in its order, of the types the webhook wants', async () => {
    expect(await round()).toEqual({ delivered: 2, givenUp: 0, left: 'none' })
    expect(await round()).toEqual({ delivered: 0, givenUp: 0, left: 'none' })
    expect(sent.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      {
        type: 'incident.opened',
        timestamp: NOW.toISOString(),
        subject: 'incident/1',
        data: { about: 'incident/1' },
      },
      expect.objectContaining({ type: 'incident.closed' }),
    ])
    expect(sent[0]?.secret).toBe('whsec_one')
    expect(await statuses()).toEqual(['delivered', 'delivered'])
  })

  it('waits for a receiver that is away, and keeps its id and its words', async () => {
    answers = [AWAY, AWAY]
    expect(await round()).toEqual({ delivered: 0, givenUp: 0, left: 'waiting' })
    expect(await round()).toEqual({ delivered: 0, givenUp: 0, left: 'waiting' })
    expect(await round()).toEqual({ delivered: 2, givenUp: 0, left: 'none' })
    expect(sent.map(({ id }) => id === sent[0]?.id)).toEqual([true, true, true, false])
    expect(sent[2]).toEqual(sent[0])
    expect(await listWebhooks(database.db)).toMatchObject([
      { lastAnswer: 'HTTP 204', lastDeliveredAt: NOW, pending: 0 },
    ])
  })

  it('D10: reaches a receiver that was down for an hour once each, the end included', async () => {
    for (let minutes = 0; minutes < 60; minutes += 10) {
      now = new Date(Number(NOW) + minutes * 60_000)
      answers = [AWAY]
      expect(await round()).toMatchObject({ delivered: 0, givenUp: 0, left: 'waiting' })
      // What happens meanwhile waits behind it.
      if (minutes === 30) {
        await notify(database.db, [notificationOf('incident.opened', 'incident/2')])
      }
    }
    now = new Date(Number(NOW) + HOUR_MS)
    const away = sent.length
    expect(await round()).toEqual({ delivered: 3, givenUp: 0, left: 'none' })
    expect(await round()).toEqual({ delivered: 0, givenUp: 0, left: 'none' })
    const taken = sent.slice(away).map(({ body }) => JSON.parse(body) as Record<string, unknown>)
    expect(taken.map(({ type, subject }) => [type, subject])).toEqual([
      ['incident.opened', 'incident/1'],
      ['incident.closed', 'incident/1'],
      ['incident.opened', 'incident/2'],
    ])
  })

  it('goes on past what the receiver does not take, and gives that up in the end', async () => {
    const no: Answer = { kind: 'status', status: 400 }
    answers = [no]
    expect(await round()).toEqual({ delivered: 1, givenUp: 0, left: 'waiting' })
    for (let tries = 2; tries < MOST_REJECTIONS; tries++) {
      answers = [no]
      expect(await round()).toMatchObject({ left: 'waiting' })
    }
    answers = [no]
    expect(await round()).toEqual({ delivered: 0, givenUp: 1, left: 'none' })
    expect(await statuses()).toEqual(['delivered', 'given-up'])
  })

  it('is given up after three days', async () => {
    answers = [AWAY]
    now = new Date(Number(NOW) + 73 * HOUR_MS)
    expect(await round()).toMatchObject({ givenUp: 1 })
  })

  it('is sent no more to a receiver that says it is gone', async () => {
    answers = [{ kind: 'status', status: 410 }]
    expect(await round()).toMatchObject({ delivered: 0, givenUp: 1 })
    expect(await round()).toEqual({ delivered: 0, givenUp: 0, left: 'none' })
    expect(await listWebhooks(database.db)).toMatchObject([{ active: false, pending: 1 }])
    await notify(database.db, [notificationOf('incident.opened', 'incident/2')])
    expect(await statuses()).toHaveLength(2)
  })

  it('comes in batches', async () => {
    expect(await round(1)).toEqual({ delivered: 1, givenUp: 0, left: 'more' })
    expect(await round(1)).toEqual({ delivered: 1, givenUp: 0, left: 'more' })
    expect(await round(1)).toEqual({ delivered: 0, givenUp: 0, left: 'none' })
  })
})

describe('what was written down', () => {
  const started: number[] = []
  let isAway = false
  const deps = {
    get db() {
      return database.db
    },
    now: () => now,
    startDelivery: async ({ webhookId }: { webhookId: number }) => {
      if (isAway) throw new Error('Temporal is away')
      started.push(webhookId)
    },
  }
  const announceAll = (afterMs = Infinity) =>
    quietEnvironment().run(() => announce(deps, { afterMs }))

  beforeEach(async () => {
    started.length = 0
    isAway = false
    await hook('one', ['incident.opened'])
    await hook('other', ['alert.raised'])
    await notify(database.db, [notificationOf('incident.opened', 'incident/1')])
  })

  it('is announced once, to whom it is for', async () => {
    await announceAll()
    await announceAll()
    expect(started).toEqual([1])
  })

  it('is announced by the next activity where the first could not', async () => {
    isAway = true
    await announceAll()
    expect(started).toEqual([])
    isAway = false
    await announceAll()
    expect(started).toEqual([1])
  })

  it('is announced again where it still waits long after', async () => {
    await announceAll()
    now = new Date(Number(NOW) + 2 * HOUR_MS)
    await announceAll(HOUR_MS)
    expect(started).toEqual([1, 1])
  })

  it('is nothing where the transaction was rolled back', async () => {
    await expect(
      database.db.transaction(async (tx) => {
        await notify(tx, [notificationOf('alert.raised', 'alert/1')])
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await unannounced(database.db, new Date(0))).toMatchObject([{ webhookId: 1 }])
  })
})
