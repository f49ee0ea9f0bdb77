import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ProviderError } from '../../../domain/provider/provider-error.ts'
import { csvRows } from './csv-rows.ts'
import { FILE_LIMITS, readWorldFile, type FileLimits } from './world-file.ts'

const HEADER =
  'raw_text,station_id,observation_time,latitude,longitude,corrected,sky_cover,sky_cover,elevation_m'

const rowOf = (stationId: string): string =>
  `"METAR ${stationId} 080351Z CAVOK",${stationId},2026-10-08T03:51:00.000Z,1.5,-2.25,,CLR,,3.0`

const packed = (...rows: string[]): Uint8Array => gzipSync([HEADER, ...rows].join('\n'))

describe('the world file', () => {
  it('is read by the names of its columns', async () => {
    expect(await readWorldFile(packed(rowOf('KAAA')))).toEqual([
      {
        stationId: 'KAAA',
        observedAt: new Date('2026-10-08T03:51:00Z'),
        latitude: 1.5,
        longitude: -2.25,
        elevationM: 3,
        isCorrected: false,
        text: 'METAR KAAA 080351Z CAVOK',
      },
    ])
  })

  it.each([
    ['no time', rowOf('KAAA').replace('2026-10-08', '2026-13-08')],
    ['a latitude that is none', rowOf('KAAA').replace('1.5', '91')],
    ['a longitude that is none', rowOf('KAAA').replace('-2.25', '1e2')],
    ['no position', rowOf('KAAA').replace('1.5,-2.25', '-99.99,-99.99')],
    ['a name that is part of no address', rowOf('KAAA').replace(',KAAA', ',../A')],
    ['a column too many', `${rowOf('KAAA')},`],
  ])('loses a row with %s, and no other', async (_, row) => {
    const reports = await readWorldFile(packed(row, rowOf('KBBB')))
    expect(reports.map(({ stationId }) => stationId)).toEqual(['KBBB'])
  })

  it.each([
    ['', 3],
    ['-9999', null],
    ['9999', null],
    ['-12', -12],
  ])('has a station at "%s" metres', async (text, elevationM) => {
    const row = text === '' ? rowOf('KAAA') : rowOf('KAAA').replace(/3\.0$/, text)
    expect((await readWorldFile(packed(row)))[0]?.elevationM).toBe(elevationM)
  })

  const rows = ['KAAA', 'KBBB', 'KCCC'].map(rowOf)
  it.each<[string, Partial<FileLimits>]>([
    ['bytes', { textBytes: 300 }],
    ['rows', { rows: 3 }],
    ['characters', { rowCharacters: 50 }],
    ['stations', { stations: 2 }],
  ])('with too many %s is refused', async (what, limit) => {
    const read = readWorldFile(packed(...rows), { ...FILE_LIMITS, ...limit })
    await expect(read).rejects.toMatchObject({ kind: 'schema-mismatch' })
    await expect(read).rejects.toThrow(what)
    expect(await readWorldFile(packed(...rows))).toHaveLength(3)
  })
})

describe('a hostile file', () => {
  const text = [HEADER, ...Array.from({ length: 30 }, (_, at) => rowOf(`K${100 + at}`))].join('\n')

  /** Anything but reports of stations that are there, or a refusal, is thrown on. */
  async function readOrRefused(bytes: Uint8Array): Promise<string[]> {
    try {
      return (await readWorldFile(bytes)).map(({ stationId }) => stationId)
    } catch (error) {
      if (error instanceof ProviderError) return []
      throw error
    }
  }

  it('is refused, or loses rows, with any of its bytes wrong', async () => {
    const bytes = fc.array(fc.tuple(fc.nat(text.length - 1), fc.nat(255)), { minLength: 1 })
    await fc.assert(
      fc.asyncProperty(bytes, fc.boolean(), async (changes, isPacked) => {
        const wrong = Buffer.from(isPacked ? gzipSync(text) : text)
        for (const [at, byte] of changes) wrong[at % wrong.length] = byte
        const ids = await readOrRefused(isPacked ? wrong : gzipSync(wrong))
        expect(ids.every((id) => /^[A-Z][A-Z0-9]{3}$/.test(id))).toBe(true)
        expect(ids.length).toBeLessThanOrEqual(31)
      }),
      { seed: 247, numRuns: 200 },
    )
  })
})

describe('comma-separated text in pieces', () => {
  it.each([
    [
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a,"b,""x""\ny",c\r\n\r\nd', [['a', 'b,"x"\ny', 'c'], ['d']]],
    ['"a"b,c"d"\n', [['ab', 'c"d"']]],
    [',\n\n"",x', [['', 'x']]],
    ['', []],
  ])('%j is read, wherever it is cut', async (text, expected) => {
    for (const size of [1, 2, 3, 1000]) {
      const pieces = async function* (): AsyncGenerator<string> {
        for (let at = 0; at < text.length; at += size) {
          yield await Promise.resolve(text.slice(at, at + size))
        }
      }
      const rows: string[][] = []
      for await (const row of csvRows(pieces(), 100)) rows.push(row)
      expect(rows).toEqual(expected)
    }
  })
})
