import { join } from 'node:path'
import type { PartError } from '../../platform/processes/index.ts'
import type { Config } from '../../platform/config/config.ts'
import { systemFaultAt, type SystemFault } from '../../platform/system-fault/system-fault.ts'
import { cannotRun, type CommandError } from '../errors/command-error.ts'

/** The log file has all lines. */
const MAX_LINES = 6
const MAX_LINE_LENGTH = 200

/** A part's end for people: what happened, and its last output without the JSON of log lines. */
export function partFailureText({ message, outputTail }: PartError): string {
  const [what = ''] = message.split('; its last output:', 1)
  const lines = outputTail.map(plainLine).filter((line) => line !== '')
  const last = lines.slice(-MAX_LINES).map((line) => `    ${shortened(line)}`)
  return last.length === 0 ? what : `${what}; its last output:\n${last.join('\n')}`
}

const DATA_OF: Readonly<Record<string, string>> = { temporal: 'temporal.db', database: 'database' }

/** What the system refused a part, from its output or from the state of its directory. */
export function faultOfPart(
  { part, outputTail }: PartError,
  dataDir: string,
): SystemFault | undefined {
  const data = DATA_OF[part]
  // The output of other parts may be about files of other machines.
  return data === undefined
    ? systemFaultAt(dataDir)
    : systemFaultAt(join(dataDir, data), outputTail)
}

/** The end of a start: which part failed, and what to do about it. */
export function partStartFailure(
  failure: PartError,
  { config, logDir }: { readonly config: Pick<Config, 'dataDir'>; readonly logDir: string },
): CommandError {
  const { part } = failure
  const log = `its log is ${join(logDir, `${part}.log`)}`
  const fault = faultOfPart(failure, config.dataDir)
  if (fault !== undefined) {
    return cannotRun(
      `${fault.message}\n${partFailureText(failure)}`,
      `${fault.next ?? ''}; ${log}`,
      failure,
    )
  }
  const data = DATA_OF[part]
  const remedy =
    data === undefined
      ? 'correct what it names, and start again'
      : `if ${join(config.dataDir, data)} is damaged, move it away, and start again`
  return cannotRun(partFailureText(failure), `${log}; ${remedy}`, failure)
}

function plainLine(line: string): string {
  const record = recordOf(line)
  if (record === undefined) return line.trim()
  if ('ready' in record || 'url' in record) return textOf(record['msg'])
  const level = textOf(record['level'])
  const said = [textOf(record['msg']), errorOf(record['err'])]
  return `${level === '' ? '' : `${level}: `}${said.filter((text) => text !== '').join(': ')}`
}

function recordOf(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined
  try {
    return JSON.parse(line) as Record<string, unknown>
  } catch {
    return undefined
  }
}

const errorOf = (error: unknown): string =>
  error instanceof Object && 'message' in error ? textOf(error.message) : ''

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const shortened = (line: string): string =>
  line.length > MAX_LINE_LENGTH ? `${line.slice(0, MAX_LINE_LENGTH)}…` : line
