import { expect, it } from 'vitest'
import { follow } from './follow.ts'

/** Each is what one look answers; a text beginning with ! is a failure. */
async function shown(looks: readonly string[]): Promise<[string, boolean][]> {
  const stopped = new AbortController()
  const seen: [string, boolean][] = []
  const left = [...looks]
  const moments: (number | undefined)[] = []
  await follow({
    first: 'first',
    ask: async () => {
      const next = left.shift() ?? ''
      if (next.startsWith('!')) throw new Error(next)
      return next
    },
    show(snapshot, { awaySince }) {
      seen.push([snapshot, awaySince !== null])
      moments.push(awaySince?.getTime())
      if (seen.length === looks.length + 1) stopped.abort()
    },
    everyMs: 1,
    signal: stopped.signal,
  })
  const away = moments.filter((moment) => moment !== undefined)
  expect(new Set(away).size).toBeLessThanOrEqual(1)
  return seen
}

it('shows what was seen first at once, and what it sees then', async () => {
  expect(await shown(['second', 'third'])).toEqual([
    ['first', false],
    ['second', false],
    ['third', false],
  ])
})

it('keeps what it saw while there is no answer, and says so until there is one', async () => {
  expect(await shown(['!away', '!away', 'back'])).toEqual([
    ['first', false],
    ['first', true],
    ['first', true],
    ['back', false],
  ])
})

it('shows nothing more once it is aborted', async () => {
  expect(await shown([])).toEqual([['first', false]])
})
