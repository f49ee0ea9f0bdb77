import type { IncomingMessage } from 'node:http'

const TASK = '/api/weather/monitoring/task/'
const ACTIONS = /^(.+?)(\/(?:events|cancel|terminate))?$/

/**
 * A task id holds slashes, and clients write them into addresses as they are: here they become
 * part of one parameter.
 */
export function withTaskAsOnePart({ url = '' }: Pick<IncomingMessage, 'url'>): string {
  if (!url.startsWith(TASK)) return url
  const [, path = '', query = ''] = /^([^?]*)(.*)$/s.exec(url.slice(TASK.length)) ?? []
  const [, taskId = '', action = ''] = ACTIONS.exec(withoutEndSlashes(path)) ?? []
  return `${TASK}${taskId.replaceAll('/', '%2F')}${action}${query}`
}

/** A loop, because an expression would try again at each of many slashes. */
function withoutEndSlashes(path: string): string {
  let end = path.length
  while (path[end - 1] === '/') end -= 1
  return path.slice(0, end)
}
