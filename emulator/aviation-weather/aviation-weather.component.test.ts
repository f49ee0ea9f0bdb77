import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEmulator, type Emulator } from '../index.ts'

let now = new Date('2026-06-01T12:07:31Z')
let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator({ now: () => now, seed: 1 })
})
afterAll(() => emulator.close())

const ask = (path: string, headers: Record<string, string> = { 'user-agent': 'test' }) =>
  fetch(emulator.baseUrls['aviation-weather'] + path, { headers })

const FILE = '/data/cache/metars.cache.csv.gz'

async function rows(): Promise<string[]> {
  const file = Buffer.from(await (await ask(FILE)).arrayBuffer())
  return gunzipSync(file).toString('utf8').trimEnd().split('\n')
}

describe('the file of the world', () => {
  it('begins with five lines of status and a header that repeats its layers', async () => {
    const [errors, warnings, , , results, header = '', ...reports] = await rows()
    expect([errors, warnings]).toEqual(['No errors', 'No warnings'])
    expect(results).toBe(`${reports.length} results`)
    expect(header.split(',').filter((column) => column === 'sky_cover')).toHaveLength(4)
    for (const report of reports) {
      expect(report.split(',')).toHaveLength(header.split(',').length)
    }
  })

  it('holds several reports of a station, corrections, and stations without a place', async () => {
    const reports = await rows()
    const of = (id: string) => reports.filter((row) => row.includes(`,${id},`))
    expect(of('EGLL')).toHaveLength(3)
    expect(of('WIHH').filter((row) => row.includes(' COR '))).toHaveLength(3)
    expect(of('QSHP')[0]).toContain(',-99.99,-99.99,')
    expect(of('ORBI')[0]).toContain('#?')
    expect(of('FZAA')[0]).toContain('FZAA 010900Z')
    expect(of('OSDI')).toEqual([])
    expect(of('EHRD')[0]).toContain(' AUTO ')
  })

  it('is made each minute, and is not sent again while it is the same', async () => {
    const { headers } = await ask(FILE)
    const etag = headers.get('etag') ?? ''
    expect(headers.get('last-modified')).toBe('Mon, 01 Jun 2026 12:07:00 GMT')
    const again = (validator: Record<string, string>) =>
      ask(FILE, { 'user-agent': 'test', ...validator })
    expect((await again({ 'if-none-match': etag })).status).toBe(304)
    expect((await again({ 'if-modified-since': 'Mon, 01 Jun 2026 12:07:00 GMT' })).status).toBe(304)
    now = new Date('2026-06-01T12:08:01Z')
    expect((await again({ 'if-none-match': etag })).status).toBe(200)
  })
})

describe('reports by station', () => {
  it('are the newest of each, in the fields of the service', async () => {
    const answer = await ask('/api/data/metar?ids=KJFK,EGLL,WIHH&format=json')
    const reports = (await answer.json()) as Record<string, unknown>[]
    expect(reports.map(({ icaoId }) => icaoId)).toEqual(['KJFK', 'EGLL', 'WIHH'])
    expect(reports[0]).toMatchObject({ obsTime: Date.UTC(2026, 5, 1, 11, 51) / 1000, elev: 3 })
    expect(reports[0]?.['rawOb']).toMatch(/^METAR KJFK 011151Z .* RMK AO2 SLP\d{3} T\d{8}$/)
    expect(reports[2]?.['rawOb']).toContain(' COR ')
  })

  it('are no content where there is none, and an error where nothing is named', async () => {
    expect((await ask('/api/data/metar?ids=OSDI&format=json')).status).toBe(204)
    expect((await ask('/api/data/metar?format=json')).status).toBe(400)
    expect((await ask('/api/data/taf')).status).toBe(404)
  })
})
