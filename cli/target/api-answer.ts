import { cannotRun, type CommandError } from '../errors/command-error.ts'

/** @throws CommandError where the API does not answer. */
export async function answered<T>(url: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    throw cannotRun(`${url} does not answer`, 'is the instance running?', error)
  }
}

interface Problem {
  readonly status: number
  readonly detail: string
}

/** For an answer without what was asked for. */
export function refusal(url: string, problem: Problem | undefined): CommandError {
  const isRefused = problem?.status === 401 || problem?.status === 403
  return cannotRun(
    `${url} refuses: ${problem?.detail ?? 'no reason given'}`,
    isRefused ? 'set WEATHER247_TOKEN to a token of the role read' : undefined,
  )
}
