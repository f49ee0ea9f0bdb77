import { SECOND_MS } from '../../domain/time/durations.ts'
import { sharedAnswer, sharedAnswers } from './shared-answer.ts'

/** Few enough that no one takes the answer for an old one. */
const KEPT_MS = 2 * SECOND_MS

/** What many ask of Temporal and the database: read once for all who ask within seconds. */
export interface RecentAnswers {
  share<Answer>(ask: () => Promise<Answer>, keepMs?: number): () => Promise<Answer>
  shareByKey<Key, Answer>(
    ask: (key: Key) => Promise<Answer>,
    keepMs?: number,
  ): (key: Key) => Promise<Answer>
  /** To be called when this process has changed something. */
  forget(): void
}

export function createRecentAnswers(now: () => Date): RecentAnswers {
  const shared: { forget(): void }[] = []
  function kept<Answers extends { forget(): void }>(answers: Answers): Answers {
    shared.push(answers)
    return answers
  }
  return {
    share: (ask, keepMs = KEPT_MS) => kept(sharedAnswer(ask, { keepMs, now })),
    shareByKey: (ask, keepMs = KEPT_MS) => kept(sharedAnswers(ask, { keepMs, now })),
    forget() {
      for (const answers of shared) answers.forget()
    },
  }
}
