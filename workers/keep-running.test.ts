import { describe, expect, it } from 'vitest'
import { until } from '../test/support/until.ts'
import { keepRunning, type Fault, type Running } from './keep-running.ts'

interface FakeRun extends Running {
  breaks(error: Error): void
  ends(): void
  isStopped: boolean
}

function fakeRun(): FakeRun {
  let ends: () => void = () => undefined
  let breaks: (error: Error) => void = () => undefined
  const ended = new Promise<void>((resolve, reject) => {
    ends = resolve
    breaks = reject
  })
  const run: FakeRun = {
    ended,
    stop() {
      run.isStopped = true
      ends()
    },
    breaks,
    ends,
    isStopped: false,
  }
  return run
}

/** Restarts without a pause worth waiting for. */
const LIMITS = { max: 2, withinMs: 600_000, firstDelayMs: 1 }

function keep(start: (starts: number) => Promise<Running>, limits = LIMITS) {
  const first = fakeRun()
  const end = new AbortController()
  const faults: Fault[] = []
  let starts = 0
  const kept = keepRunning(first, () => start(++starts), {
    limits,
    signal: end.signal,
    onFault: (fault) => faults.push(fault),
  })
  return { first, end, faults, kept, starts: () => starts }
}

describe('something that is kept running', () => {
  it('is started anew when it breaks, and stopped where it then runs', async () => {
    const second = fakeRun()
    const { first, end, kept, faults, starts } = keep(() => Promise.resolve(second))
    first.breaks(new Error('lost its way'))
    await until(() => starts() === 1, { what: 'the second start' })
    end.abort()
    await kept
    expect(second.isStopped).toBe(true)
    expect(first.isStopped).toBe(false)
    expect(faults).toEqual([{ error: new Error('lost its way'), restartInMs: 1 }])
  })

  it('is given up when it broke too often, after growing pauses', async () => {
    const { first, kept, faults, starts } = keep((attempt) => {
      const run = fakeRun()
      run.breaks(new Error(`attempt ${attempt}`))
      return Promise.resolve(run)
    })
    first.breaks(new Error('first'))
    await expect(kept).rejects.toThrow('attempt 2')
    expect(starts()).toBe(2)
    expect(faults.map(({ restartInMs }) => restartInMs)).toEqual([1, 2, undefined])
  })

  it('counts a start that fails as another fault', async () => {
    const { first, kept, faults } = keep(() => Promise.reject(new Error('no such namespace')))
    first.breaks(new Error('gone'))
    await expect(kept).rejects.toThrow('no such namespace')
    expect(faults).toHaveLength(3)
  })

  it('is started anew when it ends without being told to', async () => {
    const { first, kept, faults } = keep(() => Promise.reject(new Error('away')), {
      ...LIMITS,
      max: 1,
    })
    first.ends()
    await expect(kept).rejects.toThrow('away')
    expect(String(faults[0]?.error)).toContain('without being told')
  })

  it('is not started again once it is told to stop, and says when it stopped badly', async () => {
    const { first, end, kept, starts } = keep(() => Promise.resolve(fakeRun()))
    first.stop = () => {
      first.breaks(new Error('still in use'))
    }
    end.abort()
    await expect(kept).rejects.toThrow('still in use')
    expect(starts()).toBe(0)
  })

  it('does not wait for its next start when it is told to stop in the pause before it', async () => {
    const { first, end, kept, starts } = keep(() => Promise.resolve(fakeRun()), {
      ...LIMITS,
      firstDelayMs: 3_600_000,
    })
    first.breaks(new Error('lost its way'))
    await new Promise((resolve) => setImmediate(resolve))
    end.abort()
    await kept
    expect(starts()).toBe(0)
  })
})
