import { join } from 'node:path'
import type { PartFailure } from '../../platform/processes/index.ts'
import type { Site } from './site.ts'

/** The log has the rest. */
const MAX_WORDS = 6
const MAX_WORD_LENGTH = 200

/** A part's end for people: what happened, and its last words without the dress of a log line. */
export function partFailureText({ message, lastWords }: PartFailure): string {
  const [what = ''] = message.split('; its last words:', 1)
  const words = lastWords.map(plainWords).filter((words) => words !== '')
  const last = words.slice(-MAX_WORDS).map((line) => `    ${shortened(line)}`)
  return last.length === 0 ? what : `${what}; it said last:\n${last.join('\n')}`
}

const DATA_OF: Readonly<Record<string, string>> = { temporal: 'temporal.db', database: 'database' }

/** What to do about a part that did not start. */
export function afterPartFailure({ part }: PartFailure, { config, logDir }: Site): string {
  const log = `its log is ${join(logDir, `${part}.log`)}`
  const data = DATA_OF[part]
  if (data === undefined) return `${log}; correct what it names, and start again`
  const file = join(config.dataDir, data)
  return `${log}; if ${file} is damaged, move it away, and start again`
}

function plainWords(line: string): string {
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
  line.length > MAX_WORD_LENGTH ? `${line.slice(0, MAX_WORD_LENGTH)}…` : line
