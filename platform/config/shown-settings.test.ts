import { expect, it } from 'vitest'
import { settingFacts, settingNames } from './settings.ts'
import { shownSettings } from './shown-settings.ts'

const PLANTED = 'planted-value'

it('shows where each setting comes from, and no value of a secret', () => {
  const secrets = settingNames.filter((name) => settingFacts(name).secret === true)
  const shown = shownSettings({
    ...Object.fromEntries(secrets.map((name) => [name, PLANTED])),
    PORT: '9000',
  })
  expect(shown.map(({ name }) => name)).toEqual(settingNames)
  expect(secrets.length).toBeGreaterThan(5)
  expect(JSON.stringify(shown)).not.toContain(PLANTED)
  const of = (name: string) => shown.find((one) => one.name === name)
  expect(of('PORT')).toMatchObject({ origin: 'environment', value: '9000' })
  expect(of('HOST')).toMatchObject({ origin: 'default', value: '127.0.0.1' })
  expect(of('DATABASE_URL')).toMatchObject({ origin: 'environment', value: null, isSecret: true })
})

it('tells a secret of a file, and one that is not set', () => {
  const shown = shownSettings({ REDIS_URL_FILE: '/run/secrets/redis', DATABASE_URL: ' ' })
  const originOf = (name: string) => shown.find((one) => one.name === name)?.origin
  expect([originOf('REDIS_URL'), originOf('DATABASE_URL')]).toEqual(['file', 'not-set'])
})
