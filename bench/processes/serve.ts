/** The other end of a servant: one order at a time, and the end when the benchmark ends. */
export function serve(work: (order: never) => Promise<object>, close: () => Promise<void>): void {
  const end = (): void => {
    void close().finally(() => process.exit(0))
  }
  // A terminal sends Ctrl+C to the whole group: the benchmark decides the order of the end.
  process.on('SIGINT', () => undefined)
  process.once('SIGTERM', end)
  process.once('disconnect', end)
  process.on('message', (order) => {
    void work(order as never).then((report) => process.send?.(report))
  })
  // The benchmark may have ended while this process was starting.
  if (process.connected) process.send?.({ ready: true })
  else end()
}
