/** Says where a server listens, and closes it with standard input. */
export function printPlace({ url, close }: { url: string; close(): Promise<unknown> }): void {
  process.stdout.write(`${JSON.stringify({ url })}\n`)
  const end = (): void => void close().finally(() => process.exit(0))
  process.stdin.resume().once('end', end)
  process.once('SIGTERM', end)
}
