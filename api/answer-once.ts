import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  answerOfKey,
  claimKey,
  keepAnswer,
  releaseKey,
  type AnsweredKey,
} from '../db/queries/idempotency-keys.ts'
import { DAY_MS } from '../domain/time/durations.ts'
import type { StartRequest } from '../temporal/start-refreshes.ts'
import type { ApiDeps } from './deps.ts'
import { Problem } from './problem.ts'

/** After which the holder of a key without an answer counts as dead; a start takes 8 s at most. */
const CLAIM_MS = 20_000
const FIRST_PAUSE_MS = 100
const MAX_PAUSE_MS = 1_000

export interface NamedRequest {
  /** What the key is for: the same one elsewhere is another. */
  readonly scope: string
  readonly key: string
  /** Validated, with its defaults. */
  readonly body: unknown
}

export interface OnceAnswered<Answer> {
  readonly answer: Answer
  readonly isRepeated: boolean
}

/**
 * Answers a request that names itself once in 24 h: its repetition gets the same answer, also one
 * that comes while the first is being answered. A request that fails leaves its key free.
 * @throws Problem when the key named a request with another body.
 */
export async function answerOnce<Answer>(
  deps: Pick<ApiDeps, 'db' | 'log' | 'now'>,
  { scope, key: sentKey, body }: NamedRequest,
  answer: (request: StartRequest) => Promise<Answer>,
): Promise<OnceAnswered<Answer>> {
  const { db, now } = deps
  const key = `${scope} ${sentKey}`
  const bodyHash = hashOf(body)
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, MAX_PAUSE_MS)) {
    const at = now()
    const newId = randomUUID()
    const requestId = await claimKey(db, {
      key,
      bodyHash,
      requestId: newId,
      now: at,
      claimedUntil: new Date(at.getTime() + CLAIM_MS),
      expiredBefore: new Date(at.getTime() - DAY_MS),
    })
    if (requestId !== undefined) {
      const own = { key, requestId, isRepeated: requestId !== newId }
      return { answer: await answerFirst(deps, own, answer), isRepeated: false }
    }
    const kept = await answerOfKey(db, key)
    if (kept) refuseOtherBody(kept, bodyHash, sentKey)
    if (kept?.response != null) return { answer: kept.response as Answer, isRepeated: true }
    await sleep(pauseMs)
  }
}

async function answerFirst<Answer>(
  { db, log, now }: Pick<ApiDeps, 'db' | 'log' | 'now'>,
  own: { readonly key: string; readonly requestId: string; readonly isRepeated: boolean },
  answer: (request: StartRequest) => Promise<Answer>,
): Promise<Answer> {
  const unkept = (error: unknown): void => {
    log.warn({ err: error }, 'what was answered to an idempotency key is not written down')
  }
  try {
    const given = await answer({ id: own.requestId, isRepeated: own.isRepeated })
    // What is started is started; who repeats the request finds the same runs by its id.
    await keepAnswer(db, own, given).catch(unkept)
    return given
  } catch (error) {
    await releaseKey(db, own, now()).catch(unkept)
    throw error
  }
}

function refuseOtherBody(kept: AnsweredKey, bodyHash: string, key: string): void {
  if (kept.bodyHash === bodyHash) return
  throw new Problem(
    'idempotency-key-reused',
    `The key ${key} named a request with another body within the last 24 hours: take a new one.`,
  )
}

/** The order of fields is of no meaning. */
const hashOf = (body: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(body, (_name, value: unknown) => sorted(value)))
    .digest('hex')

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value
