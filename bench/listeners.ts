import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { ServerCost } from './listeners/server.ts'
import { ratiosTable } from './tables.ts'
import { atLeast, atMost } from './verdicts.ts'

/** What many listeners of one run cost the API: queries of Temporal, and memory. */
const LISTENERS = 1_000
const SECONDS = 10
const MAX_QUERIES_PER_SECOND = 1.1
const MIN_EVENTS_PER_SECOND = 0.9
const MAX_MEGABYTES = 100
const MEGABYTE = 1024 * 1024

let received = 0
const server = fork(fileURLToPath(new URL('./listeners/server.ts', import.meta.url)), [], {
  execArgv: ['--import', 'tsx', '--expose-gc'],
})
const [address] = (await once(server, 'message')) as [string]

try {
  const first = await listen(address)
  const before = await costOf(server)
  const listeners: IncomingMessage[] = []
  for (let at = 0; at < LISTENERS; at += 1) listeners.push(await listen(address))
  const begun = await costOf(server)
  const receivedBefore = received
  await sleep(SECONDS * 1000)
  const after = await costOf(server)
  const queries = (after.queries - begun.queries) / SECONDS
  // The larger of both: what the process held before it may have given back.
  const megabytes =
    Math.max(after.residentBytes - before.residentBytes, after.heldBytes - before.heldBytes) /
    MEGABYTE
  const events = (received - receivedBefore) / LISTENERS / SECONDS
  const verdicts = [
    atMost(`${LISTENERS} listeners: queries a second`, queries, MAX_QUERIES_PER_SECOND),
    atLeast(`${LISTENERS} listeners: events a second of each`, events, MIN_EVENTS_PER_SECOND),
    atMost(`${LISTENERS} listeners: MB of memory`, megabytes, MAX_MEGABYTES),
  ]
  console.log(ratiosTable(verdicts))
  if (verdicts.some(({ holds }) => holds === false)) process.exitCode = 1
  for (const listener of [first, ...listeners]) listener.destroy()
} finally {
  server.kill()
}

async function listen(url: string): Promise<IncomingMessage> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { agent: false }, resolve).once('error', reject)
  })
  answer.on('error', () => undefined).on('data', () => (received += 1))
  return answer
}

async function costOf(child: ChildProcess): Promise<ServerCost> {
  child.send('cost')
  const [cost] = (await once(child, 'message')) as [ServerCost]
  return cost
}
