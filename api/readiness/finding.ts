import { setTimeout as sleep } from 'node:timers/promises'

/** `skipped`: what it depends on does not answer, or there is nothing to judge. */
export const CHECK_STATUSES = ['ok', 'failing', 'degraded', 'skipped'] as const

export interface Finding {
  readonly status: (typeof CHECK_STATUSES)[number]
  /** Null where all is well. */
  readonly reason: string | null
}

export const OK: Finding = { status: 'ok', reason: null }
export const failing = (reason: string): Finding => ({ status: 'failing', reason })
export const degraded = (reason: string): Finding => ({ status: 'degraded', reason })
export const skipped = (reason: string): Finding => ({ status: 'skipped', reason })

export class AnswerLate extends Error {
  override readonly name = 'AnswerLate'
}

/** @throws AnswerLate when no answer has come in time; a later one is ignored. */
export async function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  const isOver = new AbortController()
  const late = sleep(ms, undefined, { ref: false, signal: isOver.signal }).then(
    () => {
      throw new AnswerLate(`no answer within ${ms / 1000} s`)
    },
    // Aborted: the answer has come.
    () => answer,
  )
  try {
    return await Promise.race([answer, late])
  } finally {
    isOver.abort()
  }
}
