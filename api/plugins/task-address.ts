import type { IncomingMessage } from 'node:http'

const TASK = '/api/weather/monitoring/task/'
const ACTIONS = /^(.+?)(\/(?:events|cancel|terminate))?$/

/**
 * A task id holds slashes, and clients write them into addresses as they are: here they become
 * part of one parameter.
 */
export function withTaskAsOnePart({ url = '' }: IncomingMessage): string {
  if (!url.startsWith(TASK)) return url
  const [, path = '', query = ''] = /^([^?]*)(.*)$/s.exec(url.slice(TASK.length)) ?? []
  const [, taskId = '', action = ''] = ACTIONS.exec(path.replace(/\/+$/, '')) ?? []
  return `${TASK}${taskId.replaceAll('/', '%2F')}${action}${query}`
}
