import { CommanderError } from 'commander'
import { ModeMismatchError } from '../../db/mode-mismatch-error.ts'
import { SettingsError } from '../../platform/config/settings-error.ts'
import { DirectoryInUseError } from '../../platform/processes/index.ts'
import { systemFaultOf } from '../../platform/system-fault/system-fault.ts'
import { ForeignScheduleError } from '../../temporal/foreign-schedule-error.ts'
import { MissingScheduleError } from '../../temporal/missing-schedule-error.ts'
import { CommandError } from './command-error.ts'
import { chainOf, isConnectionFault, reasonOf } from './connection-fault.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'

export interface FailureText {
  readonly exitCode: ExitCode
  /** Absent where commander has printed the message. */
  readonly text?: string
}

/** Faults of the installation whose message says what to do. */
const CANNOT_RUN = [ModeMismatchError, DirectoryInUseError, ForeignScheduleError]

export function explainFailure(error: unknown, isDebug: boolean): FailureText {
  if (error instanceof CommanderError) {
    return { exitCode: error.exitCode === 0 ? EXIT.ok : EXIT.usage }
  }
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
  if (error instanceof CommandError) return error
  if (!(error instanceof Error)) return { exitCode: EXIT.failed, message: String(error) }
  const message = error.message === '' ? error.name : error.message
  const fault = installationFault(error, message)
  if (fault !== undefined) return { exitCode: EXIT.cannotRun, ...fault }
  return {
    exitCode: EXIT.failed,
    message: withReason(message, error),
    next: 'run it again with --debug to see more',
  }
}

/** Undefined where the fault is the program's. */
function installationFault(error: Error, message: string): Omit<Diagnosis, 'exitCode'> | undefined {
  if (error instanceof SettingsError) {
    return { message, next: 'correct them; docs/settings.md has the list' }
  }
  if (error instanceof MissingScheduleError) {
    return { message, next: 'create it with `weather247 schedules apply`' }
  }
  if (CANNOT_RUN.some((kind) => error instanceof kind)) return { message }
  const fault = systemFaultOf(error)
  if (fault !== undefined) return fault
  if (isConnectionFault(error)) {
    return {
      message: `no connection: ${reasonOf(error)}`,
      next: 'start the instance with `weather247 up`, or set DATABASE_URL and TEMPORAL_ADDRESS',
    }
  }
  if (isNamespaceMissing(error)) {
    return {
      message: 'the Temporal server does not have the namespace that is set',
      next: 'correct TEMPORAL_NAMESPACE, or create the namespace',
    }
  }
  return undefined
}

/** The client throws a named error, a worker's connection only a message. */
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
