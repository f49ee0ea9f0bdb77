import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'

const PAGE = '<!doctype html><title>Weather247</title>'
const SCRIPT = 'console.log("here")'
const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

const folder = mkdtempSync(join(tmpdir(), 'weather247-pages-'))
mkdirSync(join(folder, 'assets'))
writeFileSync(join(folder, 'index.html'), PAGE)
writeFileSync(join(folder, 'assets', 'main-abc.js'), SCRIPT)
writeFileSync(join(folder, 'assets', 'main-abc.js.gz'), gzipSync(SCRIPT))

afterAll(() => {
  rmSync(folder, { recursive: true })
})

const api = withTestApi({ settings: { dashboardFolder: folder }, tokens: 'stored' })
const unbuilt = withTestApi()

const ask = (url: string, headers: Record<string, string> = BROWSER) =>
  api.app.inject({ url, headers })

describe('the pages of the dashboard', () => {
  it.each(['/', '/cities', '/cities/2643743', '/runs', '/runs/a/b', '/providers', '/system'])(
    '%s is the page for a browser, which needs no token for it',
    async (url) => {
      const answer = await ask(url)
      expect([answer.statusCode, answer.body]).toEqual([200, PAGE])
      expect(answer.headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
        'content-security-policy': expect.stringContaining("script-src 'self';"),
      })
      expect(answer.headers['content-security-policy']).not.toContain('unsafe')
    },
  )

  it('share their first address with the JSON for programs', async () => {
    const page = await ask('/')
    expect(page.headers['vary']).toContain('Accept')
    const program = await unbuilt.app.inject({ url: '/', headers: { accept: '*/*' } })
    expect(program.json()).toMatchObject({ name: 'Weather247', links: { dashboard: null } })
    expect(program.headers['vary']).toContain('Accept')
  })

  it('have files that are kept for ever, packed for who takes that', async () => {
    const plain = await ask('/assets/main-abc.js', {})
    expect(plain.body).toBe(SCRIPT)
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    const packed = await ask('/assets/main-abc.js', { 'accept-encoding': 'gzip' })
    expect(packed.headers['content-encoding']).toBe('gzip')
  })

  it('hide nothing that is wrong: other addresses are problems', async () => {
    for (const url of ['/nowhere', '/assets/none.js', '/assets/..%2findex.html', '/citiesx']) {
      expect((await ask(url)).headers['content-type']).toContain('application/problem+json')
    }
  })

  it('are not there where they were not built', async () => {
    const root = await unbuilt.app.inject({ url: '/', headers: BROWSER })
    expect(root.json()).toMatchObject({ name: 'Weather247' })
    expect((await unbuilt.app.inject({ url: '/system', headers: BROWSER })).statusCode).toBe(404)
  })
})
