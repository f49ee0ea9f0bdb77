import { systemFaultOf } from '../../platform/system-fault/system-fault.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'

/** A command's end that a person should read: what is wrong, and what to do next. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly exitCode: ExitCode
  readonly next: string | undefined

  constructor(exitCode: ExitCode, message: string, next?: string, cause?: unknown) {
    super(message, { cause })
    this.exitCode = exitCode
    this.next = next
  }
}

export const wrongUsage = (message: string, next?: string): CommandError =>
  new CommandError(EXIT.usage, message, next)

export const cannotRun = (message: string, next?: string, cause?: unknown): CommandError =>
  new CommandError(EXIT.cannotRun, message, next, cause)

/** For work that fails when the machine is not ready for it, not when the program is wrong. */
export async function orCannotRun<T>(work: Promise<T>, next?: string): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof CommandError) throw error
    const fault = systemFaultOf(error)
    if (fault !== undefined) throw cannotRun(fault.message, fault.next ?? next, error)
    throw cannotRun(error instanceof Error ? error.message : String(error), next, error)
  }
}
