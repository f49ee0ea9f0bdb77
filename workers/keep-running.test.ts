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
const BACKOFF = { firstDelayMs: 1, maxDelayMs: 4, resetAfterMs: 600_000 }

function keep(start: (starts: number) => Promise<Running>, backoff = BACKOFF) {
  const first = fakeRun()
  const end = new AbortController()
  const faults: Fault[] = []
  let starts = 0
  const kept = keepRunning(first, () => start(++starts), {
    backoff,
    signal: end.signal,
    onFault: (fault) => faults.push(fault),
  })
  return { first, end, faults, kept, starts: () => starts }
}

describe('something that is kept running', () => {
  it('is started again when it breaks, and stopped where it then runs', async () => {
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

  it('is started again however often it breaks, after growing delays up to the longest', async () => {
    const last = fakeRun()
    const { first, end, kept, faults, starts } = keep((attempt) => {
      if (attempt > 7) return Promise.resolve(last)
      const run = fakeRun()
      run.breaks(new Error(`attempt ${attempt}`))
      return Promise.resolve(run)
    })
    first.breaks(new Error('first'))
    await until(() => starts() === 8, { what: 'the eighth start' })
    expect(faults.map(({ restartInMs }) => restartInMs)).toEqual([1, 2, 4, 4, 4, 4, 4, 4])
    end.abort()
    await kept
    expect(last.isStopped).toBe(true)
  })

  it('counts a start that fails as another fault', async () => {
    const second = fakeRun()
    const { first, end, kept, faults, starts } = keep((attempt) =>
      attempt > 2 ? Promise.resolve(second) : Promise.reject(new Error('no such namespace')),
    )
    first.breaks(new Error('gone'))
    await until(() => starts() === 3, { what: 'the third start' })
    expect(faults.map(({ error }) => String(error))).toEqual([
      'Error: gone',
      'Error: no such namespace',
      'Error: no such namespace',
    ])
    end.abort()
    await kept
  })

  it('begins with the first delay again after a run that lasted', async () => {
    const { first, end, kept, faults } = keep(
      () => {
        const run = fakeRun()
        run.breaks(new Error('again'))
        return Promise.resolve(run)
      },
      { ...BACKOFF, resetAfterMs: 0 },
    )
    first.breaks(new Error('first'))
    await until(() => faults.length >= 4, { what: 'four faults' })
    expect(faults.slice(0, 4).map(({ restartInMs }) => restartInMs)).toEqual([1, 1, 1, 1])
    end.abort()
    await kept
  })

  it('is started again when it ends without a request', async () => {
    const second = fakeRun()
    const { first, end, kept, faults, starts } = keep(() => Promise.resolve(second))
    first.ends()
    await until(() => starts() === 1, { what: 'the second start' })
    expect(String(faults[0]?.error)).toContain('stopped without a request')
    end.abort()
    await kept
  })

  it('is not started again after a request to stop, and says when it stopped badly', async () => {
    const { first, end, kept, starts } = keep(() => Promise.resolve(fakeRun()))
    first.stop = () => {
      first.breaks(new Error('still in use'))
    }
    end.abort()
    await expect(kept).rejects.toThrow('still in use')
    expect(starts()).toBe(0)
  })

  it('does not wait for its next start when the request to stop comes in the pause before it', async () => {
    const { first, end, kept, starts } = keep(() => Promise.resolve(fakeRun()), {
      ...BACKOFF,
      firstDelayMs: 3_600_000,
      maxDelayMs: 3_600_000,
    })
    first.breaks(new Error('lost its way'))
    await new Promise((resolve) => setImmediate(resolve))
    end.abort()
    await kept
    expect(starts()).toBe(0)
  })
})
