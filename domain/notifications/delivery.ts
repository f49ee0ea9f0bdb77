import { DAY_MS } from '../time/durations.ts'

/** How a receiver answered one delivery. */
export type Answer =
  | { readonly kind: 'status'; readonly status: number }
  /** It could not be asked: the reason, without its address. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** Its address is one that is not sent to. */
  | { readonly kind: 'refused'; readonly reason: string }

/**
 * `later`: the receiver is away, and so for the others. `rejected`: it did not take this one.
 * `gone`: it wants no more, ever.
 */
export type Verdict = 'delivered' | 'later' | 'rejected' | 'gone'

const GONE = 410
const ASKS_TO_WAIT = [408, 425, 429]

export function verdictOf(answer: Answer): Verdict {
  if (answer.kind !== 'status') return 'later'
  const { status } = answer
  if (status >= 200 && status < 300) return 'delivered'
  if (status === GONE) return 'gone'
  return status >= 500 || ASKS_TO_WAIT.includes(status) ? 'later' : 'rejected'
}

/** A delivery that is older is given up. */
export const GIVE_UP_AFTER_MS = 3 * DAY_MS

/** So often a receiver may say that it does not want what it is sent. */
export const MOST_REJECTIONS = 5

export interface Tried {
  readonly verdict: Verdict
  /** This one included. */
  readonly attempts: number
  readonly ageMs: number
}

export const isGivenUp = ({ verdict, attempts, ageMs }: Tried): boolean =>
  ageMs >= GIVE_UP_AFTER_MS || (verdict === 'rejected' && attempts >= MOST_REJECTIONS)

export const answerText = (answer: Answer): string =>
  answer.kind === 'status' ? `HTTP ${answer.status}` : answer.reason
