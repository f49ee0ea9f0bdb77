import {
  ActivityFailure,
  ApplicationFailure,
  CancelledFailure,
  ChildWorkflowFailure,
  TerminatedFailure,
  TimeoutFailure,
} from '@temporalio/common'
import { NO_PROVIDER_ANSWERED } from '../contracts/refresh-results.ts'
import type { Attempt } from '../domain/provider/attempt.ts'

export const FAILURE_KINDS = [
  'application',
  'activity',
  'child-workflow',
  'timeout',
  'cancelled',
  'terminated',
  'other',
] as const

export interface FailureLink {
  readonly kind: (typeof FAILURE_KINDS)[number]
  /** Activity or workflow type, type of the application's failure, or which time ran out. */
  readonly type: string | null
  readonly message: string
  /** The providers a city's refresh tried, where that is what failed. */
  readonly attempts?: readonly Attempt[]
}

/** A failure and its causes, outermost first, without stacks. */
export function failureChain(error: unknown): FailureLink[] {
  const chain: FailureLink[] = []
  for (let cause = error; cause instanceof Error; cause = cause.cause) chain.push(linkOf(cause))
  return chain
}

function linkOf(error: Error): FailureLink {
  const { message } = error
  if (error instanceof ApplicationFailure) return applicationLink(error)
  if (error instanceof ActivityFailure) {
    return { kind: 'activity', type: error.activityType, message }
  }
  if (error instanceof ChildWorkflowFailure) {
    return { kind: 'child-workflow', type: error.workflowType, message }
  }
  if (error instanceof TimeoutFailure) {
    return { kind: 'timeout', type: error.timeoutType ?? null, message }
  }
  if (error instanceof CancelledFailure) return { kind: 'cancelled', type: null, message }
  if (error instanceof TerminatedFailure) return { kind: 'terminated', type: null, message }
  return { kind: 'other', type: null, message }
}

function applicationLink(error: ApplicationFailure): FailureLink {
  const link = { kind: 'application', type: error.type ?? null, message: error.message } as const
  if (error.type !== NO_PROVIDER_ANSWERED) return link
  return { ...link, attempts: (error.details ?? []).flat().filter(isAttempt) }
}

const isAttempt = (detail: unknown): detail is Attempt =>
  typeof detail === 'object' && detail !== null && 'provider' in detail && 'outcome' in detail

/** Links that only say where it happened. */
const WRAPPERS: readonly FailureLink['kind'][] = ['activity', 'child-workflow']

/** The one line for a person: the outermost failure that says what went wrong. */
export function failureReason(chain: readonly FailureLink[]): string | null {
  const link = chain.find(({ kind }) => !WRAPPERS.includes(kind)) ?? chain[0]
  if (!link) return null
  const [line = ''] = link.message.split('\n')
  const type = link.kind === 'application' || link.kind === 'timeout' ? link.type : null
  return type === null ? line : `${type}: ${line}`
}
