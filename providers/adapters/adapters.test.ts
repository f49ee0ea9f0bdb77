import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PROVIDER_IDS, providerFacts } from '../../domain/provider/provider-catalogue.ts'

const COMMON = [
  ['requests.ts', 'requestsFor'],
  ['conditions.ts', 'toConditions'],
  ['sky.ts', 'skyOf'],
  ['errors.ts', 'interpretError'],
] as const

const folderOf = (id: string): URL => new URL(`${id}/`, import.meta.url)

describe.each(PROVIDER_IDS)('the folder of %s', (id) => {
  const files = readdirSync(folderOf(id))

  it.each(COMMON)('has %s, which exports %s', async (file, name) => {
    expect(files).toContain(file)
    const exported: unknown = await import(new URL(file, folderOf(id)).href)
    expect(exported).toHaveProperty(name, expect.any(Function))
  })

  it('has adapter, wire format and recorded answers', () => {
    expect(files).toEqual(expect.arrayContaining(['adapter.ts', 'wire.ts', 'fixtures']))
  })

  it.each([
    ['forecast', 'toForecast'],
    ['air-quality', 'toAirQuality'],
  ] as const)('has %s.ts exactly where the catalogue says so', async (product, name) => {
    const serves = providerFacts(id).products.includes(product)
    expect(files.includes(`${product}.ts`)).toBe(serves)
    if (!serves) return
    const exported: unknown = await import(new URL(`${product}.ts`, folderOf(id)).href)
    expect(exported).toHaveProperty(name, expect.any(Function))
  })
})

it('every folder is of a provider in the catalogue', () => {
  const entries = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  expect(folders.sort()).toEqual([...PROVIDER_IDS].sort())
})
