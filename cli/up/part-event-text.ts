import type { PartEvent, PartError } from '../../platform/processes/index.ts'
import { durationText } from '../terminal/format.ts'
import { faultOfPart, partFailureText } from './part-failure-text.ts'

const TITLES: Readonly<Record<string, string>> = {
  temporal: 'Temporal server',
  database: 'database',
  emulator: 'weather emulator',
  worker: 'worker',
  api: 'API',
}

/** What the other parts do while one is down. */
const MEANWHILE: Readonly<Record<string, string>> = {
  temporal: 'nothing is refreshed and no task can be started; stored weather is served',
  database: 'nothing is refreshed, and the API serves what is in the cache',
  emulator: 'refreshes fail; stored weather is served',
  worker: 'nothing is refreshed; stored weather is served',
  api: 'the API does not answer; the refresh goes on',
}

/** A shorter delay is over before the line is read. */
const LONG_DELAY_MS = 2_000

const titleOf = (part: string): string => TITLES[part] ?? part

/** The line for people about an event of a part; undefined where the event needs none. */
export function partEventText(event: PartEvent, dataDir: string): string | undefined {
  const title = titleOf(event.part)
  switch (event.event) {
    case 'ready':
      return `✓ ${title} is ready (${durationText(event.durationMs)})`
    case 'died':
      return deathText(event.failure, dataDir)
    case 'restarting':
      return restartText(event.part, event.delayMs)
    case 'gaveUp':
      return `✗ the ${title} cannot come back: everything is stopped`
    default:
      return undefined
  }
}

function deathText(failure: PartError, dataDir: string): string {
  const fault = faultOfPart(failure, dataDir)
  const text = `✗ ${partFailureText(failure)}`
  return fault === undefined ? text : `${text}\n  ${fault.message}; ${fault.next ?? ''}`
}

function restartText(part: string, delayMs: number): string {
  const text = `… starting the ${titleOf(part)} again in ${durationText(delayMs)}`
  const meanwhile = MEANWHILE[part]
  return delayMs < LONG_DELAY_MS || meanwhile === undefined
    ? text
    : `${text}; until then ${meanwhile}`
}
