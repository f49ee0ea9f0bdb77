import { wordsOf } from './format.ts'

/** Of states that clients of the original know, and of ends of runs. */
const STATE_TEXTS: Readonly<Record<string, string>> = {
  pending: 'waits for a worker',
  started: 'running',
  retry: 'tries again',
  success: 'done',
  failure: 'failed',
  revoked: 'stopped',
  completed: 'done',
  completed_partial: 'done in part',
  cancelled: 'stopped',
  timed_out: 'out of time',
  expired: 'too late to start',
}

/** How a run ended, or how far it is, as people say it. */
export const stateText = (state: string): string =>
  STATE_TEXTS[state.toLowerCase()] ?? wordsOf(state)
