/** Does the work for each item, a bounded number at a time, in the order of the items. */
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
