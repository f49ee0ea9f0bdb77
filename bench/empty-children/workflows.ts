import { condition, executeChild, proxyActivities, workflowInfo } from '@temporalio/workflow'
import type { EmptyRunInput } from './shape.ts'

const { doNothing } = proxyActivities<{ doNothing(): Promise<void> }>({
  startToCloseTimeout: '10m',
  heartbeatTimeout: '15s',
})

/** The tree of a refresh in gear city with nothing in it: what Temporal alone costs. */
export async function emptyRun(input: EmptyRunInput): Promise<void> {
  const shards = Math.ceil(input.children / input.childrenPerShard)
  await inFlight(shards, input.shardsInFlight, (shard) =>
    executeChild(emptyShard, { workflowId: childId(shard), args: [input] }),
  )
}

/** Its own activity stands for the claim. */
export async function emptyShard(input: EmptyRunInput): Promise<void> {
  await doNothing()
  await inFlight(input.childrenPerShard, input.childrenInFlight, (child) =>
    executeChild(emptyChild, { workflowId: childId(child) }),
  )
}

export async function emptyChild(): Promise<void> {
  await doNothing()
}

const childId = (index: number): string => `${workflowInfo().workflowId}/${index}`

async function inFlight(
  count: number,
  most: number,
  start: (index: number) => Promise<void>,
): Promise<void> {
  let running = 0
  const all: Promise<void>[] = []
  for (let index = 0; index < count; index++) {
    await condition(() => running < most)
    running += 1
    const one = start(index).finally(() => {
      running -= 1
    })
    all.push(one)
  }
  await Promise.all(all)
}
