import type { TaskStatus } from '../../temporal/tasks.ts'
import { progressLine } from '../refresh/progress-line.ts'
import { timeText } from '../schedules/state-text.ts'

const WORDS: Readonly<Record<TaskStatus['status'], string>> = {
  PENDING: 'waiting for a worker',
  STARTED: 'under way',
  RETRY: 'under way, an attempt is being repeated',
  SUCCESS: 'done',
  FAILURE: 'failed',
  REVOKED: 'stopped',
}

/** A task for people: how it stands, and why. */
export function taskText(task: TaskStatus): string {
  const { taskId, name, status, startedAt, closedAt, progress, attempts, reason, result } = task
  const rows: [string, string][] = [
    ['Workflow', name],
    ['State', WORDS[status]],
    ['Started', timeText(startedAt)],
  ]
  if (closedAt !== null) rows.push(['Ended', timeText(closedAt)])
  if (progress !== null) rows.push(['Progress', progressLine(progress)])
  if ((attempts ?? 1) > 1) rows.push(['Attempt', String(attempts)])
  if (reason !== null) rows.push(['Reason', reason])
  const message = messageOf(result)
  if (message !== undefined) rows.push(['Result', message])
  const lines = rows.map(([label, text]) => `  ${label.padEnd(8)}  ${text}`)
  return [taskId, ...lines].join('\n')
}

/** Runs of jobs say in a sentence what they did, and how they ended. */
function messageOf(result: unknown): string | undefined {
  if (typeof result !== 'object' || result === null) return undefined
  const parts: string[] = []
  if ('status' in result && typeof result.status === 'string') parts.push(result.status)
  if ('message' in result && typeof result.message === 'string' && result.message !== '') {
    parts.push(result.message)
  }
  return parts.length === 0 ? undefined : parts.join(': ')
}
