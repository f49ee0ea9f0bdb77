import { setTimeout as sleep } from 'node:timers/promises'

interface Waiting<Item> {
  readonly item: Item
  readonly resolve: () => void
  readonly reject: (reason: unknown) => void
}

/**
 * Makes one multi-row write of what concurrent callers hand in: while a write is under way, items
 * gather, and leave together in the next.
 */
export function writeTogether<Item>(
  write: (items: readonly Item[]) => Promise<void>,
  { mostItems, lingerMs }: { mostItems: number; lingerMs: number },
): (item: Item) => Promise<void> {
  let gathered: Waiting<Item>[] = []
  let writing = false

  const drain = async (): Promise<void> => {
    writing = true
    await sleep(lingerMs)
    while (gathered.length > 0) {
      const batch = gathered.slice(0, mostItems)
      gathered = gathered.slice(mostItems)
      try {
        await write(batch.map(({ item }) => item))
        for (const { resolve } of batch) resolve()
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    writing = false
  }

  return (item) =>
    new Promise((resolve, reject) => {
      gathered.push({ item, resolve, reject })
      if (!writing) void drain()
    })
}
