import { describe, expect, it } from 'vitest'
import { writeTogether } from './write-together.ts'

describe('writing together', () => {
  it('carries what concurrent callers hand in by few writes, in order', async () => {
    const writes: number[][] = []
    const write = writeTogether<number>(
      (items) => {
        writes.push([...items])
        return Promise.resolve()
      },
      { mostItems: 10, lingerMs: 1 },
    )
    await Promise.all(Array.from({ length: 25 }, (_, index) => write(index)))
    expect(writes.map(({ length }) => length)).toEqual([10, 10, 5])
    expect(writes.flat()).toEqual(Array.from({ length: 25 }, (_, index) => index))
  })

  it('fails exactly those whose write failed, and goes on', async () => {
    const write = writeTogether<string>(
      (items) => (items.includes('bad') ? Promise.reject(new Error('no')) : Promise.resolve()),
      { mostItems: 1, lingerMs: 1 },
    )
    const ends = await Promise.allSettled(['one', 'bad', 'two'].map((item) => write(item)))
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    await expect(write('three')).resolves.toBeUndefined()
  })
})
