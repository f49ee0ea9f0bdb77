import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  keySettings,
  PROVIDER_IDS,
  providerFacts,
} from '../../domain/provider/provider-catalogue.ts'
import { toConfig } from './config.ts'
import { readEnv } from './env.ts'
import { settingNames } from './settings.ts'

const read = (file: string): string =>
  readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')

describe('settings of providers', () => {
  it.each(PROVIDER_IDS)('has those of %s, and no key where none is taken', (id) => {
    const { settingPrefix, key } = providerFacts(id)
    const own = settingNames.filter((name) => name.startsWith(`${settingPrefix}_`))
    const expected = [...(key === 'none' ? [] : ['API_KEY']), 'BASE_URL', 'PACE', 'QUOTA']
    expect(own.sort()).toEqual(expected.map((suffix) => `${settingPrefix}_${suffix}`))
  })

  it.each(keySettings())(
    'reads %s for live weather, and says in the demo that it is ignored',
    (name) => {
      const env = readEnv({ [name]: 'a-key' })
      const live = toConfig(env, { mode: 'live' })
      const keys = Object.values(live.providers.settings).map(({ apiKey }) => apiKey?.reveal())
      expect(keys.filter((key) => key === 'a-key')).toHaveLength(1)
      const demo = toConfig(env, { mode: 'demo' })
      expect(
        Object.values(demo.providers.settings).every(({ apiKey }) => apiKey === undefined),
      ).toBe(true)
      expect(demo.ignored).toContain(name)
    },
  )

  it.each(keySettings())('passes %s on to the containers', (name) => {
    expect(read('docker-compose.temporal.yml')).toContain(`${name}: \${${name}:-}`)
  })
})
