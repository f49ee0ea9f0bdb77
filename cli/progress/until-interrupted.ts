import { constants } from 'node:os'
import { note } from '../terminal/output.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Watching ended by a signal; the task does not. */
export interface Interrupted {
  readonly kind: 'interrupted'
  /** What a shell expects of a program that a signal ended. */
  readonly exitCode: number
}

/**
 * Ends the watching, not the task, at Ctrl+C; a second one ends the process at once. What says that
 * the task has started belongs into `watch`: from then on a person may press it.
 */
export async function untilInterrupted<T>(
  taskId: string,
  watch: (signal: AbortSignal) => Promise<T>,
): Promise<T | Interrupted> {
  const controller = new AbortController()
  const interrupted = new Promise<Interrupted>((resolve) => {
    for (const signal of SIGNALS) {
      process.once(signal, () => {
        note(goesOnText(taskId))
        controller.abort()
        resolve({ kind: 'interrupted', exitCode: 128 + constants.signals[signal] })
      })
    }
  })
  const watched = watch(controller.signal)
  watched.catch(() => undefined)
  return Promise.race([watched, interrupted])
}

const goesOnText = (taskId: string): string =>
  `\nIt goes on as ${taskId}\n→ see how: weather247 task watch ${taskId}\n→ stop it: weather247 task cancel ${taskId}`

export const isInterrupted = (end: { readonly kind: string }): end is Interrupted =>
  end.kind === 'interrupted'
