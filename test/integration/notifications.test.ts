import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TASK_QUEUES } from '../../contracts/task-queues.ts'
import { workflowIds } from '../../contracts/workflow-ids.ts'
import { tendIncidents } from '../../db/queries/close-incidents.ts'
import { listWebhooks, storeWebhook } from '../../db/queries/webhooks.ts'
import { CHOSEN_TYPES } from '../../domain/notifications/notification.ts'
import { QUIET_MS } from '../../domain/incidents/incident.ts'
import { newWebhookSecret } from '../../platform/webhooks/webhook-secret.ts'
import { withRefreshStack } from '../support/fixtures/with-refresh-stack.ts'
import { someCities } from '../support/data/some-cities.ts'
import { startDeliveries } from '../support/jobs/delivery-runs.ts'
import { startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts'

const SECRET = newWebhookSecret()

describe('D10: a webhook', () => {
  const stack = withRefreshStack({
    cities: someCities(12),
    moreQueues: [TASK_QUEUES.monitoring],
    variables: { WEATHER247_PRIVATE_WEBHOOKS: 'true' },
  })
  let receiver: WebhookReceiver

  beforeAll(async () => {
    receiver = await startWebhookReceiver(SECRET)
    await storeWebhook(stack.database.db, {
      name: 'on-call',
      url: receiver.url,
      secret: SECRET,
      types: CHOSEN_TYPES,
      createdAt: new Date(),
    })
  })
  afterAll(() => receiver.close())

  const ask = () => stack.refreshAll({ force: true, maxAgeSeconds: { conditions: 0 } })
  const pending = async () => (await listWebhooks(stack.database.db))[0]?.pending
  /** It may be opened by the first few cities and escalated by the rest of the same run. */
  const types = () =>
    receiver.taken.map(({ type }) => type).filter((type) => type !== 'incident.escalated')

  it('is notified of an outage by the run that meets it, signed', async () => {
    stack.emulator.control.setFaults([{ provider: 'open-meteo', kind: 'status', status: 503 }])
    await ask()
    await expect.poll(types, { timeout: 20_000 }).toEqual(['incident.opened'])
    expect(receiver.taken[0]).toMatchObject({
      subject: 'incident/1',
      isSigned: true,
      data: { provider: 'open-meteo', cause: 'unreachable', cities_unserved: 0 },
    })
  })

  it('whose receiver was down gets each event once when it is back, the end included', async () => {
    // The end of the first run may have sent that it got worse.
    await expect.poll(pending, { timeout: 20_000 }).toBe(0)
    receiver.isDown = true
    stack.emulator.control.clearFaults()
    await expect
      .poll(
        async () => {
          await ask()
          const later = new Date(Date.now() + QUIET_MS)
          await tendIncidents(stack.database.db, later)
          return pending()
        },
        { timeout: 40_000, interval: 500 },
      )
      .toBe(1)
    const delivery = await startDeliveries(stack, 1)
    await expect.poll(() => receiver.refused, { timeout: 20_000 }).toBeGreaterThan(2)
    expect(types()).toEqual(['incident.opened'])
    receiver.isDown = false
    await expect.poll(types, { timeout: 20_000 }).toEqual(['incident.opened', 'incident.closed'])
    expect(new Set(receiver.taken.map(({ id }) => id)).size).toBe(receiver.taken.length)
    expect(receiver.taken.at(-1)).toMatchObject({ subject: 'incident/1', isSigned: true })
    await delivery.result()
    expect(types()).toEqual(['incident.opened', 'incident.closed'])
  })

  it('E60: leaves neither its secret nor its address in a history', async () => {
    const handle = stack.client.workflow.getHandle(workflowIds.deliverWebhook(1))
    const text = JSON.stringify(await handle.fetchHistory())
    const decoded = text.replace(/"data":"([^"]+)"/g, (_, data: string) =>
      Buffer.from(data, 'base64').toString(),
    )
    expect(decoded).toContain('deliverPending')
    for (const secret of [SECRET, 'planted-receiver-token']) expect(decoded).not.toContain(secret)
  })
})
