import { describe, expect, it } from 'vitest'
import { createBatchWriter, type BatchWriterOptions } from './batch-writer.ts'

const OPTIONS: BatchWriterOptions = {
  maxItems: 10,
  lingerMs: 1,
  isPassing: (error) => String(error).includes('away'),
  maxRetryMs: 60_000,
  retryInitialMs: 1,
}
const GOES_ON = new AbortController().signal

const doubled = (items: readonly number[]): Promise<number[]> =>
  Promise.resolve(items.map((item) => 2 * item))

describe('writing together', () => {
  it('carries what concurrent callers hand in by few writes, in order', async () => {
    const writes: number[][] = []
    const write = createBatchWriter<number, number>((items) => {
      writes.push([...items])
      return doubled(items)
    }, OPTIONS)
    const results = Array.from({ length: 25 }, (_, index) => write(index, GOES_ON))
    expect(await Promise.all(results)).toEqual(Array.from({ length: 25 }, (_, index) => 2 * index))
    expect(writes.map(({ length }) => length)).toEqual([10, 10, 5])
    expect(writes.flat()).toEqual(Array.from({ length: 25 }, (_, index) => index))
  })

  it('fails exactly those whose write failed, and goes on', async () => {
    const write = createBatchWriter<string, string>(
      (items) =>
        items.includes('bad') ? Promise.reject(new Error('no')) : Promise.resolve([...items]),
      { ...OPTIONS, maxItems: 1 },
    )
    const all = ['one', 'bad', 'two'].map((item) => write(item, GOES_ON))
    const ends = await Promise.allSettled(all)
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    await expect(write('three', GOES_ON)).resolves.toBe('three')
  })

  it('writes again, with the same items, what fails for a reason that passes', async () => {
    const writes: number[][] = []
    const write = createBatchWriter<number, number>((items) => {
      writes.push([...items])
      return writes.length < 4 ? Promise.reject(new Error('away')) : doubled(items)
    }, OPTIONS)
    expect(await Promise.all([write(1, GOES_ON), write(2, GOES_ON)])).toEqual([2, 4])
    expect(writes).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
      [1, 2],
    ])
  })

  it('rejects with the cause of a write that still fails after its last retry', async () => {
    const write = createBatchWriter<number, number>(() => Promise.reject(new Error('away')), {
      ...OPTIONS,
      maxRetryMs: 20,
    })
    await expect(write(1, GOES_ON)).rejects.toThrow('away')
  })

  it('writes no more for those who have stopped waiting, and goes on for the others', async () => {
    const stopping = new AbortController()
    const writes: number[][] = []
    const write = createBatchWriter<number, number>((items) => {
      writes.push([...items])
      stopping.abort()
      return writes.length === 1 ? Promise.reject(new Error('away')) : doubled(items)
    }, OPTIONS)
    const ends = await Promise.allSettled([write(1, stopping.signal), write(2, GOES_ON)])
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
    expect(writes).toEqual([[1, 2], [2]])
  })
})
