import { expect, it } from 'vitest'
import { cannotRun } from '../errors/command-error.ts'
import { retryWhenAway } from './retry-when-away.ts'

const QUICK = { firstDelayMs: 1, maxDelayMs: 2, resetAfterMs: 60_000 }
const coded = (code: string | number): Error => Object.assign(new Error(`${code}: away`), { code })

function riding(faults: readonly Error[], end = new AbortController()) {
  const lines: string[] = []
  const left = [...faults]
  const work = (): Promise<string> => {
    const fault = left.shift()
    return fault === undefined ? Promise.resolve('done') : Promise.reject(fault)
  }
  const context = { say: (line: string) => lines.push(line), signal: end.signal }
  return { lines, ended: retryWhenAway('the start is not complete', work, context, QUICK) }
}

it('does again what failed for a server that is away, or a disk that is full', async () => {
  const away = [
    coded('ECONNREFUSED'),
    cannotRun('no answer from Temporal', 'start it', coded(14)),
    coded('ENOSPC'),
  ]
  const { lines, ended } = riding(away)
  expect(await ended).toBe('done')
  expect(lines).toEqual([
    '✗ the start is not complete: ECONNREFUSED: away; trying again in 0.0 s',
    '✗ the start is not complete: 14: away; trying again in 0.0 s',
    '✗ the start is not complete: the disk is full; trying again in 0.0 s',
  ])
})

it('does not wait for what no waiting mends', async () => {
  const { lines, ended } = riding([new Error('this schedule is not ours')])
  await expect(ended).rejects.toThrow('not ours')
  expect(lines).toEqual([])
})

it('ends with the instance', async () => {
  const end = new AbortController()
  end.abort()
  await expect(riding([coded('ECONNREFUSED')], end).ended).rejects.toThrow('away')
})
