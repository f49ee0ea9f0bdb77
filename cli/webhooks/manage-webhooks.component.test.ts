import { expect, it, vi } from 'vitest'
import { webhooks } from '../../db/schema/index.ts'
import { withPrintedOutput } from '../../test/support/fixtures/with-printed-output.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { createWebhook, deleteStored, listStored } from './manage-webhooks.ts'

const database = withTestDatabase()
const printed = withPrintedOutput(database)

it('D10: a webhook is created, shows its secret once, is listed without it, and deleted', async () => {
  const onCall = { name: 'on-call', url: 'https://hooks.example.org/weather' }
  const created = await printed(() => createWebhook(onCall))
  const [stored] = await database.db.select().from(webhooks)
  expect([created.code, created.out]).toEqual([0, stored?.secret])
  expect(created.err).not.toContain(created.out)
  await expect(createWebhook(onCall)).rejects.toMatchObject({ exitCode: 2 })

  for (const json of [true, false]) {
    const listed = await printed(() => listStored({ json }))
    expect(listed.out).toContain('https://hooks.example.org/weather')
    expect(listed.out + listed.err).not.toContain(created.out)
  }

  const deleted = await printed(() => deleteStored('on-call'))
  expect(deleted.out).toContain('is deleted')
  await expect(deleteStored('on-call')).rejects.toThrow('there is no webhook "on-call"')
  expect(await printed(() => listStored({}))).toMatchObject({
    out: expect.stringContaining('No webhook is notified') as string,
  })
})

it('E60: an address of this machine is refused, unless a setting allows it', async () => {
  const local = { name: 'local', url: 'http://127.0.0.1:9000/' }
  await expect(createWebhook(local)).rejects.toMatchObject({ exitCode: 2 })
  vi.stubEnv('WEATHER247_PRIVATE_WEBHOOKS', 'true')
  expect((await printed(() => createWebhook(local))).code).toBe(0)
})
