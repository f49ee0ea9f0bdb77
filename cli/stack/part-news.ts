import type { PartEvent } from '../../platform/processes/index.ts'
import { durationText } from '../quantities.ts'
import { partFailureText } from './part-failure-text.ts'

const TITLES: Readonly<Record<string, string>> = {
  temporal: 'Temporal server',
  database: 'database',
  emulator: 'weather emulator',
  worker: 'worker',
  api: 'API',
}

const titleOf = (part: string): string => TITLES[part] ?? part

/** What a person is told of a part's life; undefined where it is no news. */
export function partNews(event: PartEvent): string | undefined {
  const title = titleOf(event.part)
  switch (event.event) {
    case 'ready':
      return `✓ ${title} is ready (${durationText(event.durationMs)})`
    case 'died':
      return `✗ ${partFailureText(event.failure)}`
    case 'restarting':
      return `… starting the ${title} again in ${durationText(event.delayMs)}`
    case 'gaveUp':
      return `✗ the ${title} keeps ending: everything is stopped`
    default:
      return undefined
  }
}
