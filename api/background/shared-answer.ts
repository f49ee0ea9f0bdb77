export interface SharedAnswerOptions {
  /** For how long an answer stands once it has come. */
  readonly keepMs: number
  readonly now: () => Date
  /** Keys that are kept at most: the oldest goes first. */
  readonly maxKeys?: number
}

const MAX_KEYS = 200

export interface SharedAnswers<Key, Answer> {
  (key: Key): Promise<Answer>
  /** Who asks from now on learns of this moment, also while an answer is on its way. */
  forget(): void
}

export interface SharedAnswer<Answer> {
  (): Promise<Answer>
  forget(): void
}

type Entry<Answer> = {
  readonly answer: Promise<Answer>
  /** Undefined while it is on its way. */
  cameAt?: number
}

/**
 * One question per key at a time, and one answer for everyone who asks meanwhile and for some seconds
 * after. A failure is for those who waited for it: the next one asks again.
 */
export function sharedAnswers<Key, Answer>(
  ask: (key: Key) => Promise<Answer>,
  { keepMs, now, maxKeys = MAX_KEYS }: SharedAnswerOptions,
): SharedAnswers<Key, Answer> {
  const entries = new Map<Key, Entry<Answer>>()

  function stands({ cameAt }: Entry<Answer>): boolean {
    if (cameAt === undefined) return true
    const age = now().getTime() - cameAt
    // A clock that was set back says nothing of the age.
    return age >= 0 && age < keepMs
  }

  function start(key: Key): Promise<Answer> {
    const entry: Entry<Answer> = { answer: ask(key) }
    entries.delete(key)
    entries.set(key, entry)
    const [oldest] = entries.keys()
    if (entries.size > maxKeys && oldest !== undefined) entries.delete(oldest)
    entry.answer.then(
      () => {
        entry.cameAt = now().getTime()
      },
      () => {
        if (entries.get(key) === entry) entries.delete(key)
      },
    )
    return entry.answer
  }

  const answerOf = (key: Key): Promise<Answer> => {
    const entry = entries.get(key)
    return entry && stands(entry) ? entry.answer : start(key)
  }
  return Object.assign(answerOf, { forget: () => entries.clear() })
}

/** The same for a question without a key. */
export function sharedAnswer<Answer>(
  ask: () => Promise<Answer>,
  options: SharedAnswerOptions,
): SharedAnswer<Answer> {
  const answers = sharedAnswers<null, Answer>(() => ask(), options)
  return Object.assign(() => answers(null), { forget: () => answers.forget() })
}
