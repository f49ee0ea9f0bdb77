import { describe, expect, it } from 'vitest'
import { providerFiles } from '../db/schema/index.ts'
import { ProviderError } from '../domain/provider/provider-error.ts'
import { withTestDatabase } from '../test/support/fixtures/with-test-database.ts'
import { postgresUrl } from '../test/support/services/test-database.ts'
import type { FileRequest, KnownFile } from './adapters/shared-file.ts'
import { createSharedFiles } from './shared-files.ts'

const START = new Date('2026-11-22T12:00:00.000Z')
const MINUTE_MS = 60_000

const KINDS = [
  { kind: 'postgres', isThere: postgresUrl !== undefined },
  { kind: 'embedded', isThere: true },
] as const

for (const { kind, isThere } of KINDS) {
  describe.skipIf(!isThere)(`a file in the database (${kind})`, () => {
    const database = withTestDatabase({ kind })

    /** Two processes, and a provider whose file says how often it was fetched. */
    async function scene() {
      await database.db.delete(providerFiles)
      const fetched: KnownFile[] = []
      const fetch: FileRequest['fetch'] = (known) => {
        fetched.push(known)
        const body = Buffer.from([0, 255, fetched.length])
        return Promise.resolve({ body, entries: 7, etag: `"${fetched.length}"` })
      }
      const processes = [createSharedFiles(database.db), createSharedFiles(database.db)]
      const read = (process: number, minutes: number, change: Partial<FileRequest> = {}) =>
        processes[process]!.read('aviation-weather', {
          maxAgeMs: 5 * MINUTE_MS,
          maxStaleMs: 30 * MINUTE_MS,
          knownVersion: undefined,
          fetch,
          signal: new AbortController().signal,
          now: () => new Date(START.getTime() + minutes * MINUTE_MS),
          ...change,
        })
      const bytesOf = async (reading: ReturnType<typeof read>) => [...((await reading).body ?? [])]
      return { fetched, read, bytesOf }
    }

    it('is fetched by one of all that want it at once', async () => {
      const { fetched, read, bytesOf } = await scene()
      const bodies = await Promise.all([0, 1, 0, 1].map((process) => bytesOf(read(process, 0))))
      expect(bodies).toEqual(Array.from({ length: 4 }, () => [0, 255, 1]))
      expect(fetched).toHaveLength(1)
    })

    it('is read by the others until it is five minutes old, and then fetched with its validators', async () => {
      const { fetched, read, bytesOf } = await scene()
      expect(await bytesOf(read(0, 0))).toEqual([0, 255, 1])
      expect(await bytesOf(read(1, 4.9))).toEqual([0, 255, 1])
      expect(await bytesOf(read(1, 5.1))).toEqual([0, 255, 2])
      expect(await bytesOf(read(0, 5.2))).toEqual([0, 255, 2])
      expect(fetched).toEqual([{}, { etag: '"1"', entries: 7 }])
    })

    it('keeps its version and its body while the provider says that it is unchanged', async () => {
      const { read, bytesOf } = await scene()
      const { version } = await read(0, 0)
      const fetch = () => Promise.resolve('unchanged' as const)
      expect(await read(0, 6, { fetch, knownVersion: version })).toEqual({ version })
      expect(await bytesOf(read(1, 10))).toEqual([0, 255, 1])
      expect((await read(1, 10)).version).toBe(version)
    })

    /** Counts the fetches that fail. */
    function failing() {
      const seen = { fetches: 0 }
      const fetch: FileRequest['fetch'] = () => {
        seen.fetches += 1
        return Promise.reject(new ProviderError('rejected', 'no such path'))
      }
      return { seen, fetch }
    }

    it('that cannot be fetched fails all who wait, and is not fetched again for a minute', async () => {
      const { fetched, read, bytesOf } = await scene()
      const { seen, fetch } = failing()
      const failure = { kind: 'rejected', message: 'no such path' }
      const readings = await Promise.allSettled([0, 1, 0, 1].map((one) => read(one, 0, { fetch })))
      for (const reading of readings) expect(reading).toMatchObject({ reason: failure })
      await expect(read(1, 0.9, { fetch })).rejects.toMatchObject(failure)
      expect(seen.fetches).toBe(1)
      expect(await bytesOf(read(1, 1.1))).toEqual([0, 255, 1])
      expect(fetched).toHaveLength(1)
    })

    it('is served although a newer one cannot be fetched, until it is 30 minutes old', async () => {
      const { read } = await scene()
      const { seen, fetch } = failing()
      const { version } = await read(0, 0)
      for (const minutes of [6, 6.9, 29]) {
        const { failure, ...file } = await read(1, minutes, { fetch })
        expect({ ...file, body: [...(file.body ?? [])] }).toEqual({ version, body: [0, 255, 1] })
        expect(failure?.kind).toBe('rejected')
      }
      expect(seen.fetches).toBe(2)
      await expect(read(1, 31, { fetch })).rejects.toMatchObject({ kind: 'rejected' })
      expect((await read(1, 33)).failure).toBeUndefined()
    })

    it('is compared with its number of entries only while it may be served', async () => {
      const { fetched, read } = await scene()
      await read(0, 0)
      await read(0, 31)
      expect(fetched[1]).toEqual({ etag: '"1"' })
    })

    it('can be fetched at once where the caller that began gave up', async () => {
      const { read, bytesOf } = await scene()
      const enough = new Error('enough')
      await expect(read(0, 0, { fetch: () => Promise.reject(enough) })).rejects.toBe(enough)
      expect(await bytesOf(read(1, 0))).toEqual([0, 255, 1])
    })

    it('is not replaced by one that comes after the claim on it has passed to another', async () => {
      const { read, bytesOf } = await scene()
      const fetch: FileRequest['fetch'] = async () => {
        expect(await bytesOf(read(1, 1))).toEqual([0, 255, 1])
        return { body: Buffer.from([9]), entries: 1 }
      }
      expect(await bytesOf(read(0, 0, { fetch }))).toEqual([9])
      expect(await bytesOf(read(1, 1))).toEqual([0, 255, 1])
    })

    it('is fetched by another process where the one that began has ended', async () => {
      const { read, bytesOf } = await scene()
      await read(0, 0)
      const claimedUntil = new Date(START.getTime() + 6 * MINUTE_MS)
      await database.db.update(providerFiles).set({ claimedUntil })
      expect(await bytesOf(read(1, 6))).toEqual([0, 255, 2])
    })
  })
}
