import { expect, test } from 'vitest'
import { shownSettings } from '../../platform/config/shown-settings.ts'
import { createToken } from '../../test/support/data/api-tokens.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'

const database = withTestDatabase()
const api = withTestApi({
  database,
  tokens: 'stored',
  settings: { shown: shownSettings({ DATABASE_URL: 'postgres://u:hidden@h/d', PORT: '9000' }) },
})

const get = (path: string, token: string) =>
  api.app.inject({
    url: `/api/weather/monitoring/${path}`,
    headers: { authorization: `Bearer ${token}` },
  })

test('an operator sees the settings without a secret, and an admin who holds which token', async () => {
  const operator = await createToken(database.db, 'operate', { name: 'operator' })
  const admin = await createToken(database.db, 'admin', { name: 'chief' })
  const settings = await get('settings', operator)
  expect(settings.statusCode).toBe(200)
  expect(settings.body).not.toContain('hidden')
  const shown = settings.json<{ settings: { name: string }[] }>().settings
  expect(shown.find(({ name }) => name === 'PORT')).toMatchObject({
    origin: 'environment',
    value: '9000',
    is_secret: false,
  })
  expect((await get('tokens', operator)).statusCode).toBe(403)
  const tokens = await get('tokens', admin)
  expect(tokens.json()).toMatchObject({
    tokens: [
      { name: 'chief', role: 'admin', expires_at: null, revoked_at: null },
      { name: 'operator', role: 'operate' },
    ],
  })
  expect(tokens.body).not.toContain(admin)
})
