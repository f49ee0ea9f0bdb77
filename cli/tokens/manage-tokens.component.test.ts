import { expect, it } from 'vitest'
import { listTokens } from '../../db/queries/api-tokens.ts'
import { apiTokens } from '../../db/schema/index.ts'
import { hashOfApiToken, isApiToken } from '../../platform/api-token.ts'
import { withPrintedOutput } from '../../test/support/fixtures/with-printed-output.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { createStored, listStored, revokeStored } from './manage-tokens.ts'

const database = withTestDatabase()
const printed = withPrintedOutput(database)

it('E60: a token is created, shown once, listed without itself, and revoked', async () => {
  const grafana = { name: 'grafana', role: 'read' as const, expires: 90 }
  const created = await printed(() => createStored(grafana))
  expect([created.code, isApiToken(created.out)]).toEqual([0, true])
  expect(created.err).not.toContain(created.out)
  const [stored] = await database.db.select().from(apiTokens)
  expect(stored).toMatchObject({ role: 'read', hash: hashOfApiToken(created.out) })
  await expect(createStored(grafana)).rejects.toMatchObject({ exitCode: 2 })

  for (const json of [true, false]) {
    const listed = await printed(() => listStored({ json }))
    expect(listed.out).toMatch(/grafana[^]*read[^]*live/)
    expect(listed.out + listed.err).not.toContain(created.out.slice(5))
  }

  await printed(() => revokeStored('grafana', {}))
  const [revoked] = await listTokens(database.db)
  expect(revoked?.revokedAt).toBeInstanceOf(Date)
  await expect(revokeStored('missing', {})).rejects.toThrow('there is no token "missing"')
  const forgotten = await printed(() => revokeStored('grafana', { forget: true }))
  expect(forgotten.err).toContain('the last one')
  expect(await listTokens(database.db)).toEqual([])
})
