import { CommanderError } from 'commander'
import { CommandFailure } from './command-failure.ts'
import { chainOf, isConnectionFault, reasonOf } from './connection-fault.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'

export interface FailureText {
  readonly exitCode: ExitCode
  /** Absent when the reader has been told already. */
  readonly text?: string
}

/** Faults of the installation, not of the program: recognised by name, so that no room is loaded. */
const CANNOT_RUN = ['SettingsError', 'ModeMismatchError', 'DirectoryInUse', 'ForeignScheduleError']

export function explainFailure(error: unknown, isDebug: boolean): FailureText {
  if (error instanceof CommanderError)
    return { exitCode: error.exitCode === 0 ? EXIT.ok : EXIT.usage }
  const { exitCode, message, next } = diagnose(error)
  const lines = [message, ...(next === undefined ? [] : [`→ ${next}`])]
  if (isDebug && error instanceof Error && error.stack !== undefined) lines.push(stacksOf(error))
  return { exitCode, text: lines.join('\n') }
}

interface Diagnosis {
  readonly exitCode: ExitCode
  readonly message: string
  readonly next?: string | undefined
}

function diagnose(error: unknown): Diagnosis {
  if (error instanceof CommandFailure) return error
  if (!(error instanceof Error)) return { exitCode: EXIT.failed, message: String(error) }
  const message = error.message === '' ? error.name : error.message
  if (error.name === 'SettingsError')
    return {
      exitCode: EXIT.cannotRun,
      message,
      next: 'correct them; docs/settings.md has the list',
    }
  if (CANNOT_RUN.includes(error.name)) return { exitCode: EXIT.cannotRun, message }
  if (isConnectionFault(error))
    return {
      exitCode: EXIT.cannotRun,
      message: `no connection: ${reasonOf(error)}`,
      next: 'start the instance with `weather247 up`, or set DATABASE_URL and TEMPORAL_ADDRESS',
    }
  if (isNamespaceMissing(error))
    return {
      exitCode: EXIT.cannotRun,
      message: 'the Temporal server does not have the namespace that is set',
      next: 'correct TEMPORAL_NAMESPACE, or create the namespace',
    }
  return {
    exitCode: EXIT.failed,
    message: withReason(message, error),
    next: 'run it again with --debug to see more',
  }
}

/** The client has a name for it; a worker's connection has only words. */
const isNamespaceMissing = (error: Error): boolean =>
  [...chainOf(error)].some(
    ({ name, message }) =>
      name === 'NamespaceNotFoundError' || message.includes('NamespaceNotFoundFailure'),
  )

/** `Failed to patch schedule: 3 INVALID_ARGUMENT: …`. */
function withReason(message: string, error: Error): string {
  const reason = reasonOf(error)
  return message.includes(reason) ? message : `${message}: ${reason}`
}

const stacksOf = (error: Error): string =>
  [...chainOf(error)].map(({ stack, message }) => stack ?? message).join('\ncaused by: ')
