/** Does the work for each item, so many at a time, in order of their start. */
export async function eachInFlight<Item>(
  items: readonly Item[],
  most: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values()
  const lanes = Array.from({ length: most }, async () => {
    for (const item of queue) await work(item)
  })
  await Promise.all(lanes)
}
