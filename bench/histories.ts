import type { Client } from '@temporalio/client'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Histories {
  readonly events: number
  readonly largest: number
  readonly workflows: number
}

const POLL_MS = 300
const MAX_WAIT_MS = 30_000

/** Of everything started since; visibility is a little behind, so it is read until it stands still. */
export async function historiesSince(client: Client, since: Date): Promise<Histories> {
  const deadline = Date.now() + MAX_WAIT_MS
  let before: Histories | undefined
  for (;;) {
    const { isOver, ...histories } = await listed(client, since)
    const stands = histories.workflows > 0 && histories.workflows === before?.workflows
    if (isOver && stands) return histories
    if (Date.now() > deadline) throw new Error('the histories of a run do not settle')
    before = histories
    await sleep(POLL_MS)
  }
}

async function listed(client: Client, since: Date): Promise<Histories & { isOver: boolean }> {
  const query = `StartTime >= '${since.toISOString()}'`
  let [events, largest, workflows, isOver] = [0, 0, 0, true]
  for await (const { historyLength = 0, status } of client.workflow.list({ query })) {
    workflows += 1
    events += historyLength
    largest = Math.max(largest, historyLength)
    if (status.name === 'RUNNING') isOver = false
  }
  return { events, largest, workflows, isOver }
}
