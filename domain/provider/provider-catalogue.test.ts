import { describe, expect, it } from 'vitest'
import { PROVIDER_CATALOGUE, PROVIDER_IDS, providerFacts } from './provider-catalogue.ts'

describe('the catalogue of providers', () => {
  it.each(PROVIDER_IDS)('names %s the way settings and addresses can be made of it', (id) => {
    const { settingPrefix, publicHost, products } = providerFacts(id)
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(settingPrefix).toMatch(/^[A-Z]+(_[A-Z]+)*$/)
    expect(new URL(publicHost).origin).toBe(publicHost)
    expect(products).toContain('conditions')
  })

  it('gives no two providers the same settings', () => {
    const prefixes = Object.values(PROVIDER_CATALOGUE).map(({ settingPrefix }) => settingPrefix)
    expect(new Set(prefixes).size).toBe(prefixes.length)
  })

  it('asks a provider whose key was set before any that needs none', () => {
    const keys = PROVIDER_IDS.map((id) => providerFacts(id).key)
    expect(keys.lastIndexOf('required')).toBeLessThan(keys.indexOf('none'))
    expect(keys.lastIndexOf('required')).toBeLessThan(keys.indexOf('optional'))
  })
})
